export function Logo() {
  return (
    <svg viewBox="0 0 24 24" fill="none" aria-hidden className="size-6 flex-none">
      <circle cx="5" cy="19" r="3" fill="var(--done-line)" />
      <path
        d="M8 17.6c3.4-1.2 1.4-5.2 4.4-6.6 1.6-.8 2.4-.9 3.4-1.9"
        stroke="var(--edge)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeDasharray=".1 3.6"
      />
      <circle cx="18" cy="6" r="4" fill="var(--accent)" />
      <circle cx="18" cy="6" r="1.4" fill="var(--paper)" />
    </svg>
  );
}

import type { ReactNode } from "react";

/** A part of the form: its name in the margin, its fields beside it. */
export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-x-8 gap-y-4 border-t border-line pt-7 pb-8 md:grid-cols-[176px_minmax(0,1fr)] md:gap-y-2">
      <h2 className="text-17 tracking-15 md:text-15 md:[&:lang(zh)]:pt-[3px]">{title}</h2>
      <div className="grid min-w-0 gap-6">{children}</div>
    </section>
  );
}

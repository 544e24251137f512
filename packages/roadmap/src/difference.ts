/** One change between two versions of a roadmap: `kind`, `target` and `id` for a program, `message` for a person. */
export interface Difference {
  readonly kind: "added" | "removed" | "changed" | "moved";
  readonly target: "roadmap" | "stage" | "module" | "concept" | "outcome" | "plan";
  readonly id: string;
  readonly message: string;
}

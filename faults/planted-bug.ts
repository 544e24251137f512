/** A text of a source, found once, and what stands for it. */
export interface Patch {
  readonly file: string;
  readonly find: string;
  readonly put: string;
}

/** One of the twelve bugs of the channel's rules, and who has to notice it. */
export interface PlantedBug {
  readonly name: string;
  readonly patches: readonly Patch[];
  /** The test file, from the root. */
  readonly test: string;
  /** Only the tests whose title matches; all of the file without it. */
  readonly titles?: string;
}

/** What can go wrong with the embedded cluster; each code has one remedy, which the message names. */
export type ClusterErrorCode =
  | "data_dir_in_use"
  | "parent_not_passable"
  | "binaries_missing"
  | "init_failed"
  | "start_failed"
  | "stop_failed";

/** The process that holds a data directory, as it described itself when it took it. */
export interface ClusterHolder {
  pid: number;
  addresses: string;
}

/** The embedded cluster cannot be had; `holder` is known only with `data_dir_in_use`. */
export class ClusterError extends Error {
  readonly code: ClusterErrorCode;
  readonly holder: ClusterHolder | undefined;

  constructor(code: ClusterErrorCode, message: string, more: { cause?: unknown; holder?: ClusterHolder } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = "ClusterError";
    this.code = code;
    this.holder = more.holder;
  }
}

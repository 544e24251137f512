import { join } from "node:path";

/** Where everything of one cluster lies below the data directory. */
export interface ClusterSite {
  data_dir: string;
  /** Ours; appears by one rename once the cluster is complete. */
  home: string;
  /** PostgreSQL's own data directory (0700 of the cluster's account). */
  data: string;
  /** The two passwords, 0600. */
  password_file: string;
  log_file: string;
  /** The socket folder, when its path is short enough. */
  run_dir: string;
}

/** The port only names the socket file: the cluster listens on no network address. */
export const SOCKET_PORT = 5432;

/** The paths below a data directory; `home` may be a folder still under construction. */
export function clusterSite(dataDir: string, home = join(dataDir, "postgres")): ClusterSite {
  return {
    data_dir: dataDir,
    home,
    data: join(home, "data"),
    password_file: join(home, "password.json"),
    log_file: join(home, "postgres.log"),
    run_dir: join(home, "run"),
  };
}

/** Why the code of an example is neither executed nor type-checked. */
export type NotRunReason =
  | "needs_browser"
  | "needs_docker"
  | "needs_root"
  | "needs_network"
  /** Beyond what the repository installs; one in Python runs where its packages can be imported. */
  | "needs_package";

/** Every worked example that is not run, by the concept's id. The test compares this with what the code itself needs. */
export const NOT_RUN: ReadonlyMap<string, NotRunReason> = new Map<string, NotRunReason>([
  ["data-eda", "needs_package"],
  ["data-numpy", "needs_package"],
  ["data-project", "needs_package"],
  ["docker-compose", "needs_docker"],
  ["docker-dockerfile", "needs_docker"],
  ["docker-images", "needs_docker"],
  ["docker-security", "needs_docker"],
  ["docker-volumes-networks", "needs_docker"],
  ["js-dom-events", "needs_browser"],
  ["linux-networking", "needs_network"],
  ["linux-services", "needs_root"],
  ["linux-ssh", "needs_network"],
  ["linux-users-packages", "needs_root"],
  ["ml-evaluation", "needs_package"],
  ["ml-first-model", "needs_package"],
  ["ops-project", "needs_docker"],
  ["pandas-cleaning", "needs_package"],
  ["pandas-dataframes", "needs_package"],
  ["pandas-group-by", "needs_package"],
  ["pandas-joins", "needs_package"],
  ["pandas-reshape", "needs_package"],
  ["pandas-selecting", "needs_package"],
  ["pandas-time-series", "needs_package"],
  ["py-http-apis", "needs_package"],
  ["py-testing", "needs_package"],
  ["react-routing", "needs_package"],
  ["viz-matplotlib", "needs_package"],
  ["web-build-deploy", "needs_package"],
  ["web-dev-tools", "needs_browser"],
  ["web-project-app", "needs_package"],
  ["web-project-page", "needs_browser"],
  ["web-testing", "needs_package"],
]);

import type { ProjectHost } from "../host.js";
import type { Build, HostsRequest } from "../reading/hosts.js";
import type { Queries } from "../reading/queries.js";
import type { WalkOptions } from "./walk.js";

/** What a search for files beside those of a run goes by. */
export interface BesideRequest extends Pick<Build, "target">, Pick<HostsRequest, "buildOf"> {
  /** Absolute path that relative ones start from. */
  readonly directory: string;
  /** The files of this run. */
  readonly paths: readonly string[];
  readonly host: ProjectHost;
  readonly queries: Queries;
  /** What is left out where files are looked for. */
  readonly walk?: Pick<WalkOptions, "configurations" | "exclude">;
}

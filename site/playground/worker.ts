/** The packages of the command, in a worker of the page: nothing leaves the browser. */
import {
  type Cluster,
  graphOf,
  hostNames,
  phraseOf,
  phraseOfService,
  predictFailover,
  predictServices,
  type RouterFailover,
  type ServiceFailover,
  virtualRoutersOf,
} from "@kalint/cluster";
import { bind, configIdsOf, evaluate, type Host, memoryHost, type Place } from "@kalint/daemon";
import { formatText } from "@kalint/format";
import { lint } from "@kalint/lint";
import { resolveTarget, rootBlockNames, say, type Version } from "@kalint/schema";
import { lineTable, positionAt } from "@kalint/syntax";
import {
  isBroken,
  isTelling,
  isUnnoticed,
  isUnserved,
  movesNothing,
  worstFirst,
} from "../../packages/cli/src/failover/predicted.js";
import { svgOf } from "../../packages/cli/src/graph/svg.js";
import { buildReport } from "../../packages/cli/src/report/build.js";
import { checkOutput } from "../../packages/cli/src/report/output.js";
import { printEffective } from "../../packages/daemon/src/print.js";
import type { Answer, Failure, Request, Table } from "./protocol.js";

addEventListener("message", ({ data }: MessageEvent<Request>) => {
  let reply: Answer | Failure;
  try {
    reply = answer(data);
  } catch (error) {
    reply = { id: data.id, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
});

function answer({ id, files, target: name }: Request): Answer {
  const paths = Object.keys(files);
  const host = memoryHost(files);
  const named = resolveTarget(name);
  if (!named) throw new RangeError(`no release of keepalived or of a distribution is called ${name}`);
  const target = named.version;
  const { clusters, ...result } = lint({
    paths,
    host,
    target,
    withoutFeatures: named.lacks,
    ...(named.distribution && { distribution: named.distribution }),
  });
  const report = checkOutput(buildReport({ target, files: result.files, read: (path) => host.read(path) }));
  const predicted = worstFirst(
    clusters
      .filter(({ hosts, virtualRouters }) => hosts.length > 1 && virtualRouters.length > 0)
      .map((cluster) => ({ cluster, routers: predictFailover(cluster), services: predictServices(cluster) })),
  );
  return {
    id,
    report,
    failover: predicted.flatMap(({ cluster, routers, services }) => [
      ...routers.map((router) => routerTable(cluster, router)),
      ...services.map((service) => serviceTable(cluster, service)),
    ]),
    picture: pictureOf(paths, clusters, host, target),
    effective: effectiveTexts(paths, host, target),
    formatted: Object.fromEntries(
      Object.entries(files).map(([path, text]) => [path, formatText(text, { rootBlocks: rootBlockNames })]),
    ),
  };
}

function routerTable(cluster: Cluster, router: RouterFailover): Table {
  const outcomes = router.outcomes.filter((outcome) => isTelling(outcome, router));
  return {
    title: titleOf(
      cluster,
      say`virtual router ${router.instance} (id ${router.id ?? say`missing`}${""})`,
      router.addresses.join(", "),
    ),
    headings: [say`event`, "MASTER", say`after`, say`why`],
    rows: outcomes.map((outcome) => ({
      cells: [
        phraseOf(outcome.event),
        outcome.masters.join(say` and `) || say`nobody`,
        movesNothing(outcome, router) ? say`never` : outcome.seconds === undefined ? "" : `${outcome.seconds} s`,
        outcome.why,
      ],
      mark: isBroken(outcome) ? "bad" : movesNothing(outcome, router) ? "weak" : "good",
    })),
    limits: router.limits,
  };
}

function serviceTable(cluster: Cluster, service: ServiceFailover): Table {
  const all = service.facts.servers.length;
  return {
    title: titleOf(cluster, say`virtual server ${service.name} ${service.protocol}${""}`),
    headings: [say`event`, say`served by`, say`after`, say`why`],
    rows: service.outcomes.map((outcome) => ({
      cells: [
        phraseOfService(outcome.event, all),
        outcome.servers.length === 0
          ? say`nobody`
          : outcome.sorry
            ? say`sorry server`
            : outcome.servers.length === all
              ? say`all ${all}`
              : outcome.servers.join(", "),
        isUnnoticed(outcome) ? say`never` : outcome.seconds === undefined ? "" : `${outcome.seconds} s`,
        outcome.why,
      ],
      mark: isUnserved(outcome) ? "bad" : isUnnoticed(outcome) || outcome.quorum === "lost" ? "weak" : "good",
    })),
    limits: service.limits,
  };
}

function titleOf({ name }: Cluster, what: string, addresses = ""): string {
  return `${name}${say`: ${what}`} ${addresses}`.trimEnd();
}

/** Clusters, and the hosts that are in none each alone. */
function pictureOf(paths: readonly string[], clusters: readonly Cluster[], host: Host, target: Version): string {
  const taken = new Set(
    clusters.flatMap(({ hosts }) => hosts.flatMap(({ effective }) => effective.files.map(({ path }) => path))),
  );
  const lone = paths.filter((path) => !taken.has(path));
  const names = hostNames(lone);
  const alone = lone.map((path, index): Cluster => {
    const name = names[index] ?? path;
    const configId = configIdsOf({ path, host })[0];
    const hosts = [bind(evaluate({ path, host, target, ...(configId && { configId }) }), name)];
    return { name, hosts, virtualRouters: virtualRoutersOf(hosts), evidence: { kind: "shared", reasons: [] } };
  });
  const graphs = [...clusters, ...alone].map(graphOf).filter(({ nodes }) => nodes.some(({ kind }) => kind !== "host"));
  return graphs.length === 0 ? "" : svgOf(graphs);
}

function effectiveTexts(paths: readonly string[], host: Host, target: Version): Answer["effective"] {
  return paths.flatMap((path) => {
    const ids = configIdsOf({ path, host });
    return (ids.length === 0 ? [undefined] : ids).map((configId) => {
      const effective = evaluate({ path, host, target, ...(configId && { configId }) });
      const lineOf = ({ file, start }: Place) => positionAt(lineTable(host.read(file) ?? ""), start).line + 1;
      const title = configId === undefined ? path : `${path}${say` on ${configId}`}`;
      return { title, text: printEffective(effective, { origins: true, lineOf }) };
    });
  });
}

import type { HostConfiguration, IpAddress } from "../objects.js";
import { argumentOf, statementsAt } from "../statements.js";
import type { EffectiveStatement } from "../types.js";
import { readBoolean, readInt, readSocketAddress, readUnsigned } from "../values.js";

interface Line<T> {
  readonly value: T;
  readonly statement: EffectiveStatement;
}

/** A `bfd_instance` as the BFD process holds it at the block's end. */
export interface BfdInstance {
  readonly statement: EffectiveStatement;
  readonly neighbor?: Line<IpAddress>;
  readonly source?: Line<IpAddress>;
  readonly multihop: boolean;
  /** As given, else by family. */
  readonly ttl: number;
  readonly hops?: Line<number>;
  /** Why it is dropped: for its families, or for an earlier instance of the same neighbour. */
  readonly dropped?: "no-neighbor" | "family" | BfdInstance;
}

/** Source: keepalived 2.4.3, bfd/bfd_parser.c: bfd_end_handler, bfd/bfd_data.c: find_bfd_by_addr. */
export function bfdInstances(host: HostConfiguration): readonly BfdInstance[] {
  const instances: BfdInstance[] = [];
  for (const statement of statementsAt(host, "bfd_instance")) {
    const read = readInstance(statement);
    if (read === undefined) continue;
    const dropped = reasonOf(
      read,
      instances.filter((instance) => instance.dropped === undefined),
    );
    instances.push({ ...read, ...(dropped && { dropped }) });
  }
  return instances;
}

function reasonOf(instance: BfdInstance, earlier: readonly BfdInstance[]): BfdInstance["dropped"] {
  const { neighbor, source, multihop } = instance;
  if (neighbor === undefined) return "no-neighbor";
  if (source && source.value.family !== neighbor.value.family) return "family";
  return earlier.find(
    (other) =>
      isSame(other.neighbor!.value, neighbor.value) &&
      other.multihop === multihop &&
      (other.source === undefined || source === undefined || isSame(other.source.value, source.value)),
  );
}

function isSame(a: IpAddress, b: IpAddress): boolean {
  return a.family === b.family && a.text === b.text;
}

/** `undefined` where a malformed neighbour ends the instance at once. */
function readInstance(statement: EffectiveStatement): BfdInstance | undefined {
  let neighbor: Line<IpAddress> | undefined;
  let source: Line<IpAddress> | undefined;
  let hops: Line<number> | undefined;
  let ttl: number | undefined;
  let multihop = false;
  for (const child of statement.children) {
    const text = argumentOf(child);
    switch (child.keyword.name) {
      case "neighbor_ip":
      case "neighbour_ip": {
        const { value } = readSocketAddress(text ?? "");
        if (value === undefined) return undefined;
        neighbor = { value, statement: child };
        break;
      }
      case "source_ip": {
        const { value } = readSocketAddress(text ?? "");
        if (value) source = { value, statement: child };
        break;
      }
      case "ttl":
      case "hoplimit":
        ttl = readUnsigned(text ?? "", { min: 1, max: 255 }).value ?? ttl;
        break;
      case "max_hops": {
        const { value } = readInt(text ?? "x", { min: -1, max: 255 });
        if (value !== undefined) hops = { value, statement: child };
        break;
      }
      case "multihop":
        multihop = text === undefined ? true : (readBoolean(text).value ?? multihop);
    }
  }
  return {
    statement,
    multihop,
    ttl: ttl ?? (neighbor?.value.family === "ipv6" ? 64 : 255),
    ...(neighbor && { neighbor }),
    ...(source && { source }),
    ...(hops && { hops }),
  };
}

/** Lines of `virtual_routes` and `static_routes` (vrrp/vrrp_iproute.c: alloc_route, parse_nexthops, parse_encap). */
import { type LineGrammar, type Option, routeDestination } from "@kalint/schema";
import type { Family } from "../objects.js";
import type { EffectiveLine, EffectiveWord } from "../types.js";
import { dropsLine } from "../values/argument.js";
import { type AssignedWord, type LinePart, partsOf } from "../values/assign.js";
import { assignFreeLine } from "../values/notes.js";
import { readAddress } from "../values/read.js";
import { canExist } from "./interfaces.js";
import type { VrrpProcess } from "./process.js";
import {
  checkTracking,
  type Effect,
  type EntryDraft,
  insistOn,
  isOwnProtocol,
  reject,
  takeTrackGroup,
} from "./static-entries.js";

/** A route as far as its line is read. */
interface RouteDraft extends EntryDraft {
  readonly grammar: LineGrammar;
  destination?: EffectiveWord;
  protocol?: EffectiveWord;
  /** The old `or` stands on the line, or `nexthop`, behind which nothing else may. */
  alternatives?: "or" | "nexthop";
  encapsulation?: Encapsulation;
}

interface Encapsulation {
  readonly kind: EffectiveWord;
  /** One of these options must follow. */
  readonly needs: readonly string[];
  found: boolean;
}

export function checkRouteLine(vrrp: VrrpProcess, line: EffectiveLine): void {
  const { grammar, ...assignment } = assignFreeLine(line, vrrp.target);
  const route: RouteDraft = { of: "route", vrrp, line, grammar, device: false, untracked: false };
  for (const part of partsOf(assignment, line.words)) {
    const effect = takePart(route, part);
    if (effect === "ended") break;
    if (effect === "dropped" || part.values.some((value) => dropsLine(value, grammar, vrrp.target))) return;
  }
  checkEncapsulation(route);
  if (assignment.missing === undefined) checkTogether(route);
}

function takePart(route: RouteDraft, part: LinePart): Effect {
  const { option, word, values } = part;
  const isNested = option !== undefined && !route.grammar.options.includes(option);
  if (isNested && route.encapsulation?.needs.includes(option.name)) route.encapsulation.found = true;
  if (isNested) return route.alternatives === "nexthop" ? takeNexthopOption(route, part, option) : undefined;
  checkEncapsulation(route);
  if (route.alternatives === "nexthop" && option?.name !== "nexthop") {
    route.vrrp.remarks.onLine(route.line, word.place, { kind: "word-behind-nexthops", word: word.value });
    return "ended";
  }
  if (option) return takeOption(route, part, option);
  if (values[0]?.argument !== routeDestination) return undefined;
  route.destination = word;
  return join(route, word, routeFamily(word.value));
}

function takeOption(route: RouteDraft, { word, values }: LinePart, option: Option): Effect {
  const { vrrp, line } = route;
  const value = values.at(-1)?.word;
  switch (option.name) {
    case "inet":
      return join(route, word, "ipv4");
    case "inet6":
      return join(route, word, "ipv6");
    case "src":
      return value && join(route, value, addressFamily(value));
    case "via":
      return takeGateway(route, values, route.family);
    case "as":
      vrrp.remarks.onLine(line, word.place, { kind: "as-cannot-be-set", of: "route" });
      return undefined;
    case "from":
      return value && takeSource(route, value);
    case "dev":
      route.device = true;
      return value && !canExist(vrrp, line, value) ? "dropped" : undefined;
    case "encap":
      startEncapsulation(route, values);
      return undefined;
    case "or":
      route.alternatives = "or";
      return undefined;
    case "nexthop":
      return startNexthop(route, word);
    case "track_group":
      return value && takeTrackGroup(route, word, value, "route-dropped") ? "dropped" : undefined;
    case "protocol":
      if (value) route.protocol = value;
      return undefined;
    case "no_track":
      route.untracked = true;
      return undefined;
    default:
      return option.family && insistOn(route, word, option.family);
  }
}

/** Everything on a line is of one family, which the first that has one decides. `null`: what is no address. */
function join(route: RouteDraft, word: EffectiveWord, other: Family | undefined | null): Effect {
  if (other === null) return "dropped";
  const { family } = route;
  if (family === undefined && other !== undefined) route.family = other;
  if (family === undefined || family === other) return undefined;
  return reject(
    route,
    word,
    other === undefined ? { kind: "no-family", route: family } : { kind: "other-family", route: family, found: other },
  );
}

/** Undefined for what has no family of its own, `null` for what is no address. */
export function routeFamily(text: string): Family | undefined | null {
  const word = routeDestination.words?.find(({ value }) => value === text);
  if (word) return word.family;
  const [address = ""] = text.split("/");
  return readAddress(address).value?.family ?? null;
}

function addressFamily({ value }: EffectiveWord): Family | null {
  return readAddress(value).value?.family ?? null;
}

/** `via 10.0.0.1` and `via inet6 fe80::1`. */
function takeGateway(route: RouteDraft, values: readonly AssignedWord[], usual: Family | undefined): Effect {
  const named = values.find(({ argument }) => argument.type === "enum")?.word.value;
  const gateway = values.find(({ argument }) => argument.type === "ip")?.word;
  if (gateway === undefined) return "dropped";
  const given = named === undefined ? usual : named === "inet6" ? "ipv6" : "ipv4";
  const effect = given === undefined ? undefined : join(route, gateway, given);
  return effect ?? join(route, gateway, addressFamily(gateway));
}

function takeSource(route: RouteDraft, value: EffectiveWord): Effect {
  const family = routeFamily(value.value);
  if (family === null) return "dropped";
  return family === "ipv6" ? join(route, value, family) : reject(route, value, { kind: "from-not-ipv6" });
}

/** `encap ip id 5`: the options of its kind are parts of their own. */
function startEncapsulation(route: RouteDraft, values: readonly AssignedWord[]): void {
  const [kind] = values;
  const [declared] = kind?.option?.arguments ?? [];
  if (kind === undefined || declared?.type !== "variant") return;
  const form = declared.variants.find(([first]) => first?.type === "literal" && first.value === kind.word.value);
  const options = form?.find((argument) => argument.type === "options");
  if (options?.needs) route.encapsulation = { kind: kind.word, needs: options.needs, found: false };
}

function checkEncapsulation(route: RouteDraft): void {
  const { vrrp, line, encapsulation } = route;
  if (encapsulation === undefined) return;
  delete route.encapsulation;
  if (encapsulation.found) return;
  const { kind } = encapsulation;
  vrrp.remarks.onLine(line, kind.place, { kind: "encapsulation-without-target", encapsulation: kind.value });
}

function startNexthop(route: RouteDraft, word: EffectiveWord): Effect {
  if (route.alternatives === "or") {
    route.vrrp.remarks.onLine(route.line, word.place, { kind: "nexthop-beside-or" });
    return "dropped";
  }
  route.alternatives = "nexthop";
  return undefined;
}

/** A nexthop that is dropped ends the reading of the line; what was read before counts. */
function takeNexthopOption(route: RouteDraft, { word, values }: LinePart, option: Option): Effect {
  const { vrrp, line } = route;
  switch (option.name) {
    case "via":
      return takeGateway(route, values, undefined) && "ended";
    case "realms":
      return insistOn(route, word, "ipv4") && "ended";
    case "encap":
      startEncapsulation(route, values);
      return undefined;
    case "as":
      vrrp.remarks.onLine(line, word.place, { kind: "as-cannot-be-set", of: "nexthop" });
      return "ended";
    default:
      return undefined;
  }
}

/** What the daemon finds once the line is read. A word of unknown content may be what is missing. */
function checkTogether(route: RouteDraft): void {
  const { vrrp, line, destination, protocol } = route;
  const { remarks, switches } = vrrp;
  if (line.words.some(({ unknown }) => unknown !== undefined)) return;
  if (destination === undefined) {
    remarks.onLine(line, line.words[0]!.place, { kind: "route-without-destination" });
    return;
  }
  if (protocol && !route.untracked && !isOwnProtocol(protocol.value, "c")) {
    remarks.onLine(line, protocol.place, { kind: "protocol-replaced", of: "route", protocol: protocol.value });
  }
  if (!route.device && !route.untracked && switches.tracksRoutesByInterface) {
    remarks.onLine(line, destination.place, { kind: "route-without-interface", destination: destination.value });
  }
  checkTracking(route);
}

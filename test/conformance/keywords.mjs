// One configuration for every keyword of the schema and each way of giving it a value, good and bad.
// Needs a build: it reads packages/schema/dist.
import { allKeywords, isKnownIn, keywordAt, lineGrammars } from "../../packages/schema/dist/index.js";
import { asKnownIn } from "./older.mjs";

/** What a block must hold to stand by itself, by its path. */
const companions = {
  vrrp_instance: ["interface eth0", "virtual_router_id 51", "virtual_ipaddress {", "10.9.0.1", "}"],
  vrrp_sync_group: ["group {", "first", "second", "}"],
  vrrp_script: ['script "/bin/true"'],
  vrrp_track_process: ["process nginx"],
  track_file: ["file /tmp/kalint"],
  vrrp_track_file: ["file /tmp/kalint"],
  track_group: ["group {", "first", "}"],
  garp_group: ["garp_interval 0.1", "interface eth0"],
  bfd_instance: ["neighbor_ip 10.9.0.9"],
  virtual_server: ["lvs_sched rr", "lvs_method NAT", "protocol TCP", "real_server 10.9.1.1 80 {", "}"],
  "virtual_server/real_server/MISC_CHECK": ["misc_path /bin/true"],
  "virtual_server/real_server/HTTP_GET": ["url {", "path /", "}"],
  "virtual_server/real_server/SSL_GET": ["url {", "path /", "}"],
  "virtual_server/real_server/HTTP_GET/url": ["path /"],
  "virtual_server/real_server/SSL_GET/url": ["path /"],
  "virtual_server/real_server/FILE_CHECK": ["track_file watched"],
  "virtual_server/real_server/BFD_CHECK": ["name peer"],
};

/** What must stand before, for references; without what the release does not know (`asKnownIn`). */
const surroundings = [
  "bfd_instance peer {",
  "neighbor_ip 10.9.0.8",
  "}",
  "track_file watched {",
  "file /tmp/watched",
  "}",
  "vrrp_script check {",
  'script "/bin/true"',
  "}",
  "vrrp_track_process web {",
  "process nginx",
  "}",
];
const instances = ["first", "second"].flatMap((name, index) => [
  `vrrp_instance ${name} {`,
  "interface eth1",
  `virtual_router_id ${60 + index}`,
  "virtual_ipaddress {",
  `10.9.5.${index + 1}`,
  "}",
  "}",
]);

/** Words that an argument takes: `good` and `bad` spellings. */
function samples(argument) {
  const numbers = (bad) => ({
    good: [String(argument.min), String(Math.min(argument.max, argument.min + 5)), `+${argument.min + 1}`],
    bad,
  });
  switch (argument.type) {
    case "uint":
    case "int": {
      const above = argument.exactMax ? `${argument.exactMax}0` : String(argument.max + 1);
      return numbers([above, String(argument.min - 1), "0x10", "1.5", "abc", "12x", '""', "99999999999999999999"]);
    }
    case "decimal":
      return {
        good: [String(argument.min || 0.5), ".5", String(Math.min(argument.max, 2))],
        bad: [String(argument.max + 1), "-1", "1s", "1e3", "abc", "0.0000001", "0x1"],
      };
    case "port":
      return { good: ["1", "65535"], bad: ["65536", "-1", "http", "0x50"] };
    case "bool":
      return { good: ["true", "off", "yes"], bad: ["True", "1", "maybe"] };
    case "enum":
      return {
        good: argument.values.map((entry) => entry.value),
        bad: argument.values
          .slice(0, 1)
          .map((entry) => swapCase(entry.value))
          .concat("wrong"),
      };
    case "ip":
    case "host-or-ip":
      return {
        good: argument.multicast ? ["224.0.0.18"] : argument.family === "ipv6" ? ["2001:db8::1"] : ["10.9.0.77"],
        bad: ["10.9.0.256", "10.9.0", "2001:db8::g"],
      };
    case "ip-mask":
      return {
        good: argument.family === "ipv6" ? ["2001:db8::/32"] : ["10.9.0.0/24", "10.9.0.77"],
        bad: ["10.9.0.0/33", "10.9.0.300"],
      };
    case "ip-range":
      return { good: ["10.9.0.1", "10.9.0.1-5"], bad: ["10.9.0.300", "10.9.0.5-1"] };
    case "interface":
      return { good: ["eth0"], bad: ["averylonginterfacename"] };
    case "reference":
      return { good: [known[argument.to] ?? "first"], bad: ["nowhere"] };
    case "duration":
      return { good: ["1s", "500ms"], bad: ["abc", "1x"] };
    case "literal":
      return { good: [argument.value], bad: ["wrong"] };
    case "mac":
      return { good: ["02:00:00:00:00:01"], bad: ["02:00"] };
    case "hex":
      return { good: ["0".repeat(argument.exactLength ?? 4)], bad: ["xyz", "0"] };
    case "uint-or-range":
      return {
        good: [String(argument.min), `${argument.min}-${argument.max}`],
        bad: [String(argument.max + 1), "abc"],
      };
    case "enum-or-uint":
      return { good: ["MTU", "1000"], bad: ["wrong"] };
    case "umask":
      return { good: ["022", "IRUSR|IWUSR"], bad: ["99999", "WRONG"] };
    case "script":
      return { good: ['"/bin/true 1 2"', "/bin/true", "'/bin/true x'"], bad: [] };
    case "user":
      return { good: ["root"], bad: [] };
    case "group":
      return { good: ["root"], bad: [] };
    case "email":
      return { good: ["ops@example.net"], bad: [] };
    case "regex":
      return { good: ['"^ok"'], bad: [] };
    case "hmac-key":
      return { good: ["0123456789abcdef0123456789abcdef"], bad: ["short"] };
    case "rt-name":
      return { good: [String(Math.max(1, argument.min ?? 1)), "0x10"], bad: ["nosuchname"] };
    case "string":
    case "path":
      return { good: ["word", '"two words"'], bad: argument.maxLength ? ["x".repeat(argument.maxLength + 1)] : [] };
    default:
      return { good: ["word"], bad: [] };
  }
}

const known = {
  vrrp_instance: "first",
  vrrp_script: "check",
  vrrp_track_process: "web",
  track_file: "watched",
  bfd_instance: "peer",
};

const swapCase = (word) => (word === word.toLowerCase() ? word.toUpperCase() : word.toLowerCase());

/** The word lists to try for a list of arguments; each with what it is. */
function valueCases(list) {
  const first = list.map((argument) => firstWords(argument));
  const usual = first.flat();
  const cases = [
    { name: "usual", words: usual },
    { name: "nothing", words: [] },
    { name: "surplus", words: [...usual, "surplus"] },
  ];
  list.forEach((argument, index) => {
    const before = first.slice(0, index).flat();
    const after = list.slice(index + 1).flatMap((next, offset) => (next.optional ? [] : first[index + 1 + offset]));
    if (argument.type === "variant") {
      for (const variant of argument.variants) {
        for (const entry of valueCases(variant))
          cases.push({ name: `${argument.name}: ${entry.name}`, words: [...before, ...entry.words, ...after] });
      }
    } else if (argument.type === "options") {
      for (const option of argument.options) cases.push(...optionCases(option, before));
      cases.push({ name: "unknown option", words: [...before, "unknown_option"] });
    } else {
      const { good, bad } = samples(argument);
      for (const word of good) cases.push({ name: `${argument.name} ${word}`, words: [...before, word, ...after] });
      for (const word of bad) cases.push({ name: `${argument.name} bad ${word}`, words: [...before, word, ...after] });
    }
  });
  return cases;
}

function optionCases(option, before) {
  const own = option.positional ? [] : [option.name];
  const cases = valueCases(option.arguments).map((entry) => ({
    name: `${option.name}: ${entry.name}`,
    words: [...before, ...own, ...entry.words],
  }));
  for (const alias of option.aliases ?? []) {
    cases.push({ name: alias.name, words: [...before, alias.name, ...option.arguments.flatMap(firstWords)] });
  }
  return cases;
}

function firstWords(argument) {
  if (argument.type === "variant") return argument.variants[0].flatMap(firstWords);
  if (argument.type === "options")
    return argument.options
      .slice(0, 1)
      .flatMap((option) => [...(option.positional ? [] : [option.name]), ...option.arguments.flatMap(firstWords)]);
  return [samples(argument).good[0] ?? "word"];
}

/** A configuration in which `lines` stand in the block `path` ("" for the top). */
function inBlock(target, path, lines, without) {
  const around = asKnownIn(surroundings.join("\n"), target).split("\n");
  if (path === "") return [...around, ...lines, ...instances];
  const names = path.split("/");
  let inner = [...(companions[path] ?? []).filter((line) => line.split(" ")[0] !== without), ...lines];
  // A companion block whose opening line is dropped leaves its lines: drop them all.
  if (without && (companions[path] ?? []).some((line) => line.endsWith("{") && line.split(" ")[0] === without))
    inner = withoutBlock(companions[path], without).concat(lines);
  for (let depth = names.length; depth > 0; depth -= 1) {
    const here = names.slice(0, depth).join("/");
    const outer = names.slice(0, depth - 1).join("/");
    const header = keywordAt(here).arguments.flatMap((argument) => (argument.optional ? [] : firstWords(argument)));
    const word =
      here === "virtual_server/real_server"
        ? ["10.9.1.2", "80"]
        : here === "virtual_server"
          ? ["10.9.0.50", "80"]
          : header;
    inner = [[names[depth - 1], ...word, "{"].join(" "), ...inner, "}"];
    if (depth > 1) inner = [...withoutBlock(companions[outer] ?? [], names[depth - 1]), ...inner];
  }
  return path.startsWith("vrrp_sync_group") || path.startsWith("track_group")
    ? [...around, ...instances, ...inner]
    : [...around, ...inner, ...instances];
}

function withoutBlock(lines, name) {
  const out = [];
  let depth = 0;
  for (const line of lines) {
    if (depth > 0) depth += line.endsWith("{") ? 1 : line === "}" ? -1 : 0;
    else if (line.split(" ")[0] !== name) out.push(line);
    else if (line.endsWith("{")) depth = 1;
  }
  return out;
}

/** Every case: `{ text, story }`. `target` leaves out what that release does not know, which is one more kind of case. */
export function keywordCases(target) {
  const cases = [];
  const add = (story, lines) => cases.push({ story, text: `${lines.join("\n")}\n` });
  for (const keyword of allKeywords) {
    const block = keyword.path.split("/").slice(0, -1).join("/");
    const age = isKnownIn(keyword, target) ? "" : " (not in this release)";
    const single = (companions[block] ?? []).some((line) => line.split(" ")[0] === keyword.name)
      ? keyword.name
      : undefined;
    if (keyword.kind === "block" || keyword.kind === "lines") {
      const body =
        keyword.kind === "block"
          ? (companions[keyword.path] ?? [])
          : lineCases(keyword)[0]
            ? [lineCases(keyword)[0].words.join(" ")]
            : [];
      for (const entry of valueCases(keyword.arguments)) {
        add(
          `${keyword.path}${age} header ${entry.name}`,
          inBlock(target, block, [[keyword.name, ...entry.words, "{"].join(" "), ...body, "}"], single),
        );
      }
      if (keyword.kind === "block") continue;
      for (const entry of lineCases(keyword)) {
        add(
          `${keyword.path}${age} line ${entry.name}`,
          inBlock(target, block, [`${keyword.name} {`, entry.words.join(" "), "}"], single),
        );
      }
      continue;
    }
    for (const entry of valueCases(keyword.arguments)) {
      const line = [keyword.name, ...entry.words].join(" ");
      add(`${keyword.path}${age} ${entry.name}`, inBlock(target, block, [line], single));
    }
    const usual = [
      keyword.name,
      ...keyword.arguments.flatMap((argument) => (argument.optional ? [] : firstWords(argument))),
    ].join(" ");
    add(`${keyword.path}${age} twice`, inBlock(target, block, [usual, usual], single));
  }
  return cases;
}

function lineCases(keyword) {
  const grammar = lineGrammars[keyword.lines];
  if (!grammar) return [];
  if (grammar.words) return valueCases([grammar.words]);
  if (grammar.variants) return grammar.variants.flatMap((variant) => valueCases(variant));
  const lead = grammar.positional.filter((argument) => !argument.optional).flatMap(firstWords);
  const start =
    lead.length > 0
      ? lead
      : keyword.lines === "ip_route"
        ? ["10.9.8.0/24", "dev", "eth0"]
        : ["from", "10.9.8.0/24", "table", "100", "preference", "5"];
  return [
    ...(grammar.positional.length > 0 ? valueCases(grammar.positional) : [{ name: "usual", words: start }]),
    ...grammar.options.flatMap((option) => optionCases(option, start)),
    { name: "unknown word", words: [...start, "unknown_word"] },
  ];
}

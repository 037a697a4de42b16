// Asks the real keepalived what it says of configuration files.
// Linux, root, `apt-get install keepalived iproute2`. Everything runs in a private network and mount namespace that has
// every interface which the files name; the folders of the files are read-only there, because `-t` itself can write.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** Where Debian puts it. */
export const defaultBinary = "/usr/sbin/keepalived";

/**
 * The verdicts on `files`.
 *
 * Gives `{ keepalived: "2.2.7", files: Map<path, Verdict> }`, with Verdict `{ exit, verdict, lines, unplaced, environment }`:
 * `verdict` is `clean`, `complaint`, `fatal` (stopped at a missing argument) or `inconclusive` (crash, hang);
 * `lines` maps a line number to its messages; `unplaced` are messages without a line; `environment` are messages that
 * depend on the host (interfaces, users, script files), which count for nothing here.
 * Throws where keepalived cannot be run at all.
 */
export function askKeepalived(files, { binary = defaultBinary, configId } = {}) {
  const folder = mkdtempSync(join(tmpdir(), "kalint-oracle-"));
  try {
    const request = join(folder, "request.json");
    writeFileSync(request, JSON.stringify({ files: files.map((file) => resolve(file)), binary, configId }));
    const run = spawnSync("unshare", ["-n", "-m", process.execPath, fileURLToPath(import.meta.url), request], {
      maxBuffer: 1 << 30,
      encoding: "utf8",
    });
    if (run.status !== 0) throw new Error(`keepalived could not be asked: ${run.error ?? run.stderr}`);
    const answer = JSON.parse(run.stdout);
    return {
      keepalived: answer.keepalived,
      files: new Map(files.map((file) => [file, answer.files[resolve(file)]])),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Complaints about the text itself, whatever words they quote. */
const aboutText = [
  /^Unknown keyword/,
  /^\(\S+\) track (file|process|bfd|script) \S+ not found/i,
  /^Unexpected/,
  /^Missing/,
  /is missing a parameter/,
  /^(number|invalid number) /,
  /^Un(terminated|matched) quote/,
  /^Virtual router \S+ specified in sync group/,
  /^VRRP parsed invalid IP /,
];

/** Complaints about the host. */
const aboutHost = [
  /interface .* doesn't exist/i,
  /Non-existent interface/i,
  /Unknown interface!/i,
  /^unknown interface \S{1,15} specified for/, // a longer name is one that no host has
  /^Unable to set uid\/gid/,
  /is read only or cannot be monitored/,
  /since not found/i,
  /not found\/accessible/i,
  /SECURITY VIOLATION/,
  /script.?security/i,
  /Unable to set default user/i,
  /Error setting global script uid/i,
  /unable to find (user|group)/i,
  /user .*not found|invalid user/i,
  /keepalived_script/,
  /unsafe|writable by non-root|permission/i,
  /is not executable|executable by root/i,
  /Unable to access script/i,
  /^Unable to set uid\/gid/,
  /is read only or cannot be monitored/,
  /^Invalid (startup|shutdown) script/,
  /^Invalid smtp server (?=\S*[A-Za-z])[A-Za-z0-9.-]+ \d+$/, // a name, and no address, that this host cannot look up
  /^Unable to create config_save_dir/,
  /cannot find.*mcast/i,
  /does not have an? (IPv[46]|link-local) address/i,
  /IPVS|ip_vs|ipset|nftables|iptables|libipset|xtables/i,
  /iproute|rt_tables|rt_scopes|rt_protos/i,
  /No route to|netlink/i,
  /Unable to resolve|Temporary failure|hostname/i,
  /Unable to open|Unable to read|No such file/i,
  /SNMP|D-?Bus/i,
  /MTU/i,
  /due to insecure/i,
  /^(Starting|Stopped|Opening file|Configuration is using|Running on|Command line|Registering|Startup complete|Shutting)/i,
];

function isAboutHost(message) {
  return !aboutText.some((pattern) => pattern.test(message)) && aboutHost.some((pattern) => pattern.test(message));
}

/** Interface names that a text uses. */
function interfacesIn(text) {
  const name = "([A-Za-z][\\w.-]{1,14})";
  const found = [];
  const words =
    "interface|dev|iif|oif|bind_if|lvs_sync_daemon|lvs_sync_daemon_interface|use_vmac\\s+\\S+|default_interface";
  for (const match of text.matchAll(new RegExp(`\\b(?:${words})\\s+${name}(?=\\s|[{}#!]|$)`, "g")))
    found.push(match[1]);
  for (const match of text.matchAll(new RegExp(`^\\s*(?:@\\S+\\s+)?\\$\\w+=${name}\\s*$`, "gm"))) found.push(match[1]);
  for (const match of text.matchAll(
    /(?:track_interface|interfaces|linkbeat_interfaces|interface_up_down_delays)\s*\{([^}]*)\}/g,
  )) {
    for (const line of match[1].split("\n")) {
      const word = line.trim().split(/\s+/)[0] ?? "";
      if (/^[A-Za-z][\w.-]{1,14}$/.test(word)) found.push(word);
    }
  }
  return found;
}

const quiet = { stdio: "ignore" };

/** veth pairs, because not every kernel has the dummy driver. */
function makeInterfaces(texts) {
  const names = [...new Set(["eth0", "eth1", "eth2", ...texts.flatMap(interfacesIn)])].slice(0, 1500);
  if (names.length % 2 === 1) names.push("kalint0");
  spawnSync("ip", ["link", "set", "lo", "up"], quiet);
  for (let index = 0; index < names.length; index += 2) {
    spawnSync("ip", ["link", "add", "name", names[index], "type", "veth", "peer", "name", names[index + 1]], quiet);
  }
  for (const [index, name] of names.entries()) {
    spawnSync("ip", ["addr", "add", `10.${200 + (index >> 8)}.${index & 255}.1/24`, "dev", name], quiet);
    spawnSync("ip", ["link", "set", "dev", name, "up"], quiet);
  }
}

function verdictOf(file, binary, configId) {
  const words = ["-k", "1", "10", binary, "-t", "-f", file, ...(configId ? ["-i", configId] : [])];
  const run = spawnSync("timeout", words, { cwd: dirname(file), encoding: "utf8", maxBuffer: 1 << 26 });
  const exit = run.status ?? 128;
  const lines = {};
  const unplaced = new Set();
  const environment = new Set();
  const withoutUser = [];
  for (const raw of `${run.stdout}\n${run.stderr}`.split("\n")) {
    const whole = raw.trim();
    if (!whole) continue;
    const placed = /^\((?:(.*?): )?Line (\d+)\)\s*(.*)$/.exec(whole);
    if (placed && placed[1] !== undefined && basename(placed[1]) !== basename(file)) continue; // in an included file
    const message = placed ? placed[3] : whole;
    if (placed && /^Unable to set uid\/gid/.test(message)) withoutUser.push(Number(placed[2]));
    if (isAboutHost(message)) environment.add(message);
    else if (!placed) unplaced.add(message);
    else {
      lines[placed[2]] ??= [];
      if (!lines[placed[2]].includes(message)) lines[placed[2]].push(message);
    }
  }
  // A script that this host made keepalived drop is then missed where it is tracked.
  const dropped = new Set([...environment].map((message) => /script (\S+) - removing/.exec(message)?.[1]));
  for (const line of withoutUser) dropped.add(scriptAround(file, line));
  for (const [line, messages] of Object.entries(lines)) {
    lines[line] = messages.filter((message) => !dropped.has(/track script (\S+) not found/.exec(message)?.[1] ?? ""));
    if (lines[line].length === 0) delete lines[line];
  }
  for (const messages of Object.values(lines)) for (const message of messages) unplaced.delete(message);
  const complains = Object.keys(lines).length > 0 || unplaced.size > 0;
  const verdict = ![0, 2, 4, 5, 6].includes(exit)
    ? "inconclusive"
    : exit === 2
      ? "fatal"
      : complains
        ? "complaint"
        : "clean";
  return { exit, verdict, lines, unplaced: [...unplaced], environment: [...environment] };
}

/** The name of the vrrp_script whose block holds a line: messages about its user do not say it. */
function scriptAround(file, line) {
  const before = readFileSync(file, "latin1").split("\n").slice(0, line).reverse();
  return before.map((text) => /\bvrrp_script\s+([^\s{]+)/.exec(text)?.[1]).find((name) => name !== undefined) ?? "";
}

/** The second self, inside the namespaces. */
function answer(requestFile) {
  const { files, binary, configId } = JSON.parse(readFileSync(requestFile, "utf8"));
  makeInterfaces(files.map((file) => readFileSync(file, "latin1")));
  spawnSync("mount", ["-t", "tmpfs", "tmpfs", "/run"], quiet);
  // Very many folders are protected through their parents: each mount costs time.
  const folders = new Set(files.map((file) => dirname(file)));
  for (const folder of folders.size > 64 ? new Set([...folders].map((each) => dirname(each))) : folders) {
    spawnSync("mount", ["--bind", folder, folder], quiet);
    spawnSync("mount", ["-o", "remount,ro,bind", folder], quiet);
  }
  const version = /v(\d+\.\d+\.\d+)/.exec(spawnSync(binary, ["-v"], { encoding: "utf8" }).stderr ?? "")?.[1];
  if (version === undefined) throw new Error(`${binary} is no keepalived`);
  const verdicts = Object.fromEntries(files.map((file) => [file, verdictOf(file, binary, configId)]));
  const bytes = Buffer.from(JSON.stringify({ keepalived: version, files: verdicts }));
  // A pipe takes a long text in pieces.
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at);
    } catch (error) {
      if (error.code !== "EAGAIN") throw error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) answer(process.argv[2]);

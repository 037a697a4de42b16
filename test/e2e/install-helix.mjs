// Helix, which Debian has from release 13 on: where this release has none, Debian 13's package is unpacked into the
// git-ignored .e2e/ with the libraries that it was built for, and nothing is installed.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const release = "trixie";
const folder = join(dirname(fileURLToPath(import.meta.url)), "../../.e2e/helix");
const unpacked = join(folder, "root");
const libraries = join(unpacked, "usr/lib/x86_64-linux-gnu");

/** The command that runs Helix, and its runtime folder where it would not find it itself. */
export function helix() {
  if (existsSync("/usr/bin/hx")) return { command: ["/usr/bin/hx"], env: {} };
  if (!existsSync(join(unpacked, "usr/bin/hx"))) unpack();
  return {
    command: [join(libraries, "ld-linux-x86-64.so.2"), "--library-path", libraries, join(unpacked, "usr/bin/hx")],
    env: { HELIX_RUNTIME: join(unpacked, "usr/lib/hx/runtime") },
  };
}

/** With an apt configuration of its own: the machine's lists and packages stay as they are. */
function unpack() {
  rmSync(folder, { recursive: true, force: true });
  for (const part of ["lists/partial", "cache/archives/partial", "root"])
    mkdirSync(join(folder, part), { recursive: true });
  const site = execFileSync("apt-get", ["indextargets", "--format", "$(SITE)", "Created-By: Packages"], {
    encoding: "utf8",
  }).split("\n")[0];
  const keys = "/usr/share/keyrings/debian-archive-keyring.gpg";
  writeFileSync(join(folder, "sources.list"), `deb [signed-by=${keys}] ${site} ${release} main\n`);
  const settings = [
    `Dir::Etc::sourcelist "${join(folder, "sources.list")}";`,
    'Dir::Etc::sourceparts "/dev/null";',
    `Dir::State::lists "${join(folder, "lists")}";`,
    `Dir::Cache "${join(folder, "cache")}";`,
    'APT::Sandbox::User "root";',
  ];
  writeFileSync(join(folder, "apt.conf"), `${settings.join("\n")}\n`);
  const apt = (directory, ...parameters) =>
    execFileSync("apt-get", ["-qq", ...parameters], {
      cwd: directory,
      env: { ...process.env, APT_CONFIG: join(folder, "apt.conf") },
      stdio: ["ignore", "ignore", "inherit"],
    });
  apt(folder, "update");
  const packages = join(folder, "packages");
  mkdirSync(packages);
  apt(packages, "download", "hx", "libc6", "libgcc-s1", "libstdc++6");
  for (const name of readdirSync(packages)) execFileSync("dpkg-deb", ["-x", join(packages, name), unpacked]);
  for (const part of ["lists", "cache", "packages"]) rmSync(join(folder, part), { recursive: true, force: true });
}

// A Debian package of the standalone binary, with its manual page and completions: node scripts/deb.mjs [FOLDER]
// Needs `npm run binary` and dpkg-deb.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { readManifest } from "./addresses.mjs";
import { noticesFile } from "./notices.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = resolve(process.argv[2] ?? join(root, "out"));
const binary = join(folder, "kalint");
const { version, description, homepage, license } = readManifest();
const architecture = { x64: "amd64", arm64: "arm64" }[process.env.KALINT_ARCH ?? process.arch];

for (const file of [binary, join(folder, noticesFile)])
  if (!existsSync(file)) fail(`${file} is missing: run \`npm run binary\` first`);
if (!architecture) fail(`no Debian architecture is known for ${process.arch}`);

const tree = join(folder, "deb");
rmSync(tree, { recursive: true, force: true });
place("usr/bin/kalint", readFileSync(binary), 0o755);
place("usr/share/man/man1/kalint.1.gz", gzipSync(readFileSync(join(root, "docs/man/kalint.1")), { level: 9 }));
place("usr/share/bash-completion/completions/kalint", completions("bash"));
place("usr/share/zsh/vendor-completions/_kalint", completions("zsh"));
place("usr/share/fish/vendor_completions.d/kalint.fish", completions("fish"));
place("usr/share/doc/kalint/copyright", copyright());
place("usr/share/doc/kalint/changelog.gz", gzipSync(readFileSync(join(root, "CHANGELOG.md")), { level: 9 }));
cpSync(join(root, "grammars/vim"), join(tree, "usr/share/vim/vimfiles"), { recursive: true });
place(
  "DEBIAN/control",
  `Package: kalint
Version: ${version}
Section: admin
Priority: optional
Architecture: ${architecture}
Depends: libc6 (>= 2.28), libstdc++6, libgcc-s1
Installed-Size: ${Math.ceil(statSync(binary).size / 1024) + 200}
Maintainer: kalint maintainers <maintainers@${new URL(homepage).hostname}>
Homepage: ${homepage}
Description: ${description}
 kalint reads keepalived configurations as the daemon does, for the release
 that is run, and compares all hosts of a cluster. It needs neither root nor
 keepalived.
`,
);
const file = join(folder, `kalint_${version}_${architecture}.deb`);
execFileSync("dpkg-deb", ["--build", "--root-owner-group", "-Zxz", tree, file], {
  stdio: ["ignore", "ignore", "inherit"],
});
rmSync(tree, { recursive: true });
console.log(`wrote ${file}`);

function place(path, content, mode = 0o644) {
  const target = join(tree, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
  chmodSync(target, mode);
}

function completions(shell) {
  return execFileSync(binary, ["completions", shell]);
}

/** Our licence, and those of what the binary holds. */
function copyright() {
  const own = readFileSync(join(root, "LICENSE"), "utf8");
  return `kalint: ${license}\n\n${own}\n${readFileSync(join(folder, noticesFile), "utf8")}`;
}

function fail(message) {
  console.error(`deb: ${message}`);
  process.exit(1);
}

// Gives the project another address: npm run rename OWNER/NAME. Then `npm run build && npm run generate` for the rest.
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generateAddresses, readManifest, renamed } from "./addresses.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

try {
  const manifest = renamed(readManifest(), process.argv[2]);
  write("package.json", `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [path, text] of generateAddresses(manifest)) write(path, text);
} catch (error) {
  console.error(`rename: ${error.message}`);
  process.exit(2);
}
for (const script of ["build", "generate"]) {
  const { status } = spawnSync("npm", ["run", "--silent", script], { cwd: root, stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 3);
}

function write(path, text) {
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}

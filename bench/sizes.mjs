// What is installed and read: the bundle's parts.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

export function measureSizes(root) {
  const folder = join(root, "dist");
  const parts = ["kalint.js", "index.js", ...readdirSync(join(folder, "parts")).map((name) => `parts/${name}`)]
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, size: statSync(join(folder, name)).size, path: join(folder, name) }))
    .toSorted((a, b) => b.size - a.size);
  const kilobytes = (size) => `${Math.round(size / 1000).toLocaleString("en")} kB`;
  const zipped = (path) => gzipSync(readFileSync(path)).length;
  const rows = [["file", "size", "compressed"]];
  for (const { name, size, path } of parts.slice(0, 8)) {
    rows.push([name.replace(/-[A-Z0-9]{8}(?=\.js)/, ""), kilobytes(size), kilobytes(zipped(path))]);
  }
  const sum = parts.reduce((total, { size }) => total + size, 0);
  const zippedSum = parts.reduce((total, { path }) => total + zipped(path), 0);
  rows.push([`all ${parts.length}`, kilobytes(sum), kilobytes(zippedSum)]);
  return [{ title: "Bundle", rows }];
}

import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ClusterGraph } from "@kalint/cluster";
import { expect, test } from "vitest";
import { dotOf } from "../../packages/cli/src/graph/dot.js";
import { mermaidOf } from "../../packages/cli/src/graph/mermaid.js";
import { svgOf } from "../../packages/cli/src/graph/svg.js";
import { clean, hostWith, runIn } from "./command.js";

const files = { "lb1/keepalived.conf": hostWith(150), "lb2/keepalived.conf": hostWith(100) };

/** The texts of a picture, in order. */
function textsOf(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text!);
}

test("draws the cluster with a title and a legend", async () => {
  const { status, output } = await runIn("graph .", { files });
  expect(status).toBe(0);
  expect(output).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="[\d.]+" height="[\d.]+"/);
  const texts = textsOf(output);
  expect(texts[0]).toMatch(/^cluster /);
  expect(texts).toEqual(expect.arrayContaining(["lb1 MASTER 150", "lb2 backup 100", "192.0.2.1", "virtual router"]));
});

test("names hosts and counts priorities as the other commands do", async () => {
  const tracked = (priority: number) =>
    `vrrp_script chk {\n    script /bin/true\n    interval 2\n    weight 15\n}\n${hostWith(priority).replace(
      "    priority",
      "    track_script {\n        chk\n    }\n    priority",
    )}`;
  const site = { "lb1/keepalived.conf": tracked(110), "lb2/keepalived.conf": tracked(100) };
  const other = Object.fromEntries(
    Object.entries(site).map(([path, text]) => [
      `prod/${path}`,
      text.replaceAll("192.0.2.1", "192.0.2.99").replace("51", "61"),
    ]),
  );
  const { output } = await runIn("graph --format mermaid .", { files: { ...site, ...other } });
  const failover = (await runIn("failover .", { files: { ...site, ...other } })).output;
  const shown = (await runIn("--show-clusters .", { files: { ...site, ...other } })).output;
  for (const name of ["lb1", "lb2", "prod/lb1", "prod/lb2"]) {
    expect(output).toContain(`["${name}<br/>${name}/keepalived.conf"]`);
    expect(shown).toContain(`\n  ${name}  ${name}/keepalived.conf\n`);
    expect(failover).toMatch(new RegExp(`^cluster [^\n]*\\b${name}\\b`, "m"));
  }
  expect(failover).toContain("125 > 115");
  expect(output).toContain('"MASTER 125"');
  expect(output).toContain('"backup 115"');
});

test("the picture holds all of its text", async () => {
  const long = clean.replace(/VI_1/g, "a_name_of_an_instance_that_is_longer_than_others_are".repeat(2));
  const { output } = await runIn("graph keepalived.conf", { files: { "keepalived.conf": long } });
  const [, width] = /width="([\d.]+)"/.exec(output)!;
  // Boxes are placed by their group; a box is as wide as its longest text.
  const boxes = [
    ...output.matchAll(/<g transform="translate\(([\d.]+) [\d.]+\)"><rect width="([\d.]+)"[^>]*>(.*?)<\/g>/g),
  ];
  expect(boxes.length).toBeGreaterThan(2);
  for (const [, x, boxWidth, inside] of boxes) {
    const longest = Math.max(...textsOf(inside!).map((text) => text.length));
    expect(longest * 7.23 + 10).toBeLessThan(Number(boxWidth));
    expect(Number(x) + Number(boxWidth)).toBeLessThan(Number(width));
  }
});

test("escapes what the formats would take for their own", () => {
  const label = `a<b>&'"]|\\x\u0007`;
  const nasty: ClusterGraph = {
    name: label,
    nodes: [
      { id: "one", kind: "host", label, lines: [label] },
      { id: "other", kind: "virtual-router", label: "VI_1", lines: [] },
    ],
    edges: [{ from: "one", to: "other", kind: "tracks", label }],
  };
  const svg = textsOf(svgOf([nasty]));
  expect(svg.filter((text) => text.endsWith("a&lt;b&gt;&amp;'&quot;]|\\x\u2407"))).toHaveLength(4);
  expect(mermaidOf([nasty]).match(/"[^"]*a#60;b#62;#38;#39;#34;#93;#124;#92;x#7;[^"]*"/g)).toHaveLength(3);
  expect(dotOf([nasty]).match(/a<b>&amp;'\\"]\|\\\\x [\\"]/g)).toHaveLength(4);
});

test("as Mermaid", async () => {
  const { output } = await runIn("graph --format mermaid .", { files });
  expect(output.split("\n").slice(1).join("\n")).toBe(`  subgraph c0["${/"(cluster [^"]*)"/.exec(output)![1]}"]
    direction LR
    c0n0["lb1<br/>lb1/keepalived.conf"]:::host
    c0n1["lb2<br/>lb2/keepalived.conf"]:::host
    c0n2["VI_1<br/>id 51 on eth0<br/>VRRPv2, every 1 s"]:::virtual-router
    c0n3["192.0.2.1"]:::address
    c0n0 ==>|"MASTER 150"| c0n2
    c0n1 -->|"backup 100"| c0n2
    c0n2 --> c0n3
  end
  classDef host fill:#dbeafe,stroke:#1d4ed8,color:#0f172a
  classDef virtual-router fill:#ede9fe,stroke:#6d28d9,color:#0f172a
  classDef address fill:#dcfce7,stroke:#15803d,color:#0f172a
`);
});

test("as DOT", async () => {
  const { output } = await runIn("graph --format dot .", { files });
  expect(output).toContain('    c0n0 -> c0n2 [label="MASTER 150", color="#15803d"');
  expect(output).toMatch(/^digraph kalint \{\n[\s\S]*\n {2}\}\n\}\n$/);
});

test("into a file, and a host alone", async () => {
  const result = await runIn("graph lb1/keepalived.conf --no-neighbours --output-file out/a.svg", { files });
  expect(result).toMatchObject({ status: 0, output: "" });
  expect(textsOf(result.read("out/a.svg"))).toContain("keepalived MASTER 150");
});

test("into no file that is no picture", async () => {
  const result = await runIn("graph lb1/keepalived.conf --output-file lb2/keepalived.conf", { files });
  expect([result.status, result.errors]).toEqual([2, expect.stringContaining("is not a picture made by kalint")]);
  expect(result.read("lb2/keepalived.conf")).toBe(files["lb2/keepalived.conf"]);
});

test("wrong usage", async () => {
  expect(await runIn("graph --format png .", { files })).toMatchObject({
    status: 2,
    errors: "kalint: --format cannot be 'png'. Allowed: svg, mermaid, dot.\n",
  });
  const nothing = await runIn("graph .", { files: { "keepalived.conf": "global_defs {\n}\n" } });
  expect(nothing).toMatchObject({ status: 2, output: "" });
  expect(nothing.errors).toContain("nothing to draw");
});

test("the page and its picture show what is printed (vitest -u writes the picture anew)", async () => {
  const directory = join(import.meta.dirname, "../../fixtures/graph");
  const page = readFileSync(join(directory, "../../docs/graph.md"), "utf8");
  const { output } = await runIn("graph lb1 lb2 --format mermaid", { directory });
  expect(page).toContain(`\`\`\`mermaid\n${output}\`\`\`\n`);
  const picture = (await runIn("graph lb1 lb2", { directory })).output;
  await expect(picture).toMatchFileSnapshot("../../docs/images/cluster.svg");
});

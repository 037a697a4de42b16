import { describe, expect, test } from "vitest";
import { lint } from "../../packages/cli/src/api.js";
import { cleanWith, folderOf, hostWith, runIn } from "./command.js";

/** Known since 2.2.8. */
const recent = cleanWith("no_virtual_ipaddress");

interface Output {
  readonly files: readonly {
    readonly path: string;
    readonly diagnostics: readonly { readonly rule: string; readonly daemon: boolean }[];
  }[];
}

/** Each finding about a keyword, with its claim about `keepalived -t`, by file. */
async function unknownIn(directory: string, options = ""): Promise<Record<string, readonly boolean[]>> {
  const { output, errors } = await runIn(`--format json --only unknown-keyword ${options} .`, { directory });
  expect(errors).toBe("");
  const { files } = JSON.parse(output) as Output;
  return Object.fromEntries(files.map(({ path, diagnostics }) => [path, diagnostics.map(({ daemon }) => daemon)]));
}

function nodesWith(...nodes: readonly object[]) {
  return { clusters: [{ name: "web", nodes }] };
}

describe("the target of a host", () => {
  const files = { "lb1/keepalived.conf": recent, "lb2/keepalived.conf": recent, "lab/keepalived.conf": recent };
  const lb1 = { name: "lb1", file: "lb1/keepalived.conf" };
  const lb2 = { name: "lb2", file: "lb2/keepalived.conf" };

  test.each<[string, object, string, Record<string, readonly boolean[]>]>([
    ["is that of all", { target: "debian-11" }, "", { lab: [true], lb1: [true], lb2: [true] }],
    [
      "is that of an override, of which the last that names one counts",
      {
        overrides: [
          { files: ["lb*/**"], target: "2.2.7" },
          { files: ["lb2/**"], target: "2.2.8" },
          { files: ["lb2/**"], rules: { "unused-script": "off" } },
        ],
      },
      "",
      { lab: [], lb1: [true], lb2: [] },
    ],
    [
      "is that of its node before that of an override",
      {
        target: "2.4.3",
        overrides: [{ files: ["lb1/**"], target: "2.4.3" }],
        ...nodesWith({ ...lb1, target: "1.3.9" }, { ...lb2, target: "2.2.7" }),
      },
      "",
      // 1.3.9 has no -t, so nothing is claimed of it.
      { lab: [], lb1: [false], lb2: [true] },
    ],
    [
      "is the command line's before all",
      { overrides: [{ files: ["lb1/**"], target: "2.2.7" }], ...nodesWith(lb1, { ...lb2, target: "2.2.7" }) },
      "--target 2.4.3",
      { lab: [], lb1: [], lb2: [] },
    ],
  ])("%s", async (_, configuration, options, expected) => {
    const directory = folderOf({ "kalint.json": JSON.stringify(configuration), ...files });
    const found = await unknownIn(directory, options);
    expect(found).toEqual(
      Object.fromEntries(Object.entries(expected).map(([folder, claims]) => [`${folder}/keepalived.conf`, claims])),
    );
  });

  test("may differ between the hosts of one file, which --config-id tells apart", async () => {
    const node = (name: string, target: string) => ({ name, file: "keepalived.conf", configId: name, target });
    const directory = folderOf({
      "kalint.json": JSON.stringify(nodesWith(node("old", "2.2.7"), node("new", "2.2.8"))),
      "keepalived.conf": cleanWith("@old unicast_fault_no_peer", "@new no_virtual_ipaddress"),
    });
    expect(await unknownIn(directory)).toEqual({ "keepalived.conf": [] });
    expect(await unknownIn(directory, "--target 2.2.7")).toEqual({ "keepalived.conf": [false] });
    const effective = async (id: string) =>
      JSON.parse((await runIn(`effective --json --config-id ${id} keepalived.conf`, { directory })).output).target;
    expect([await effective("old"), await effective("new")]).toEqual(["2.2.7", "2.2.8"]);
  });

  test("counts where it is worked out who takes over", async () => {
    const failoverWith = async (target: string) => {
      const directory = folderOf({
        "kalint.json": JSON.stringify(nodesWith(lb1, { ...lb2, target })),
        "lb1/keepalived.conf": hostWith(150),
        "lb2/keepalived.conf": hostWith(100),
      });
      return (await runIn("failover .", { directory })).output;
    };
    const note = "older releases";
    expect(await failoverWith("1.2.2")).toContain(note);
    expect(await failoverWith("2.4.3")).not.toContain(note);
  });

  test("is where each file comes from that is migrated", async () => {
    const configuration = { target: "2.2.7", overrides: [{ files: ["lb1/**"], target: "2.2.8" }] };
    const directory = folderOf({ "kalint.json": JSON.stringify(configuration), ...files });
    const { output } = await runIn("migrate --to 2.4.3 --format json .", { directory });
    const ending = JSON.parse(output).files.map(
      (file: { readonly path: string; readonly ending: readonly { readonly rule: string }[] }) => [
        file.path,
        file.ending.map(({ rule }) => rule),
      ],
    );
    expect(ending.sort()).toEqual([
      ["lab/keepalived.conf", ["unknown-keyword"]],
      ["lb1/keepalived.conf", []],
      ["lb2/keepalived.conf", ["unknown-keyword"]],
    ]);
  });

  test("is shown by --print-config", async () => {
    const configuration = { ...nodesWith(lb1, { ...lb2, target: "debian-11" }), target: "2.4.3" };
    const directory = folderOf({ "kalint.json": JSON.stringify(configuration), ...files });
    const shown = async (path: string) => JSON.parse((await runIn(`--print-config ${path}`, { directory })).output);
    expect((await shown("lb2/keepalived.conf")).target).toBe("2.1.5");
    const { target, clusters } = await shown("lb1/keepalived.conf");
    expect([target, clusters[0].nodes[1].target]).toEqual(["2.4.3", "debian-11"]);
  });

  test("that is none is a mistake with its place", async () => {
    const of = async (configuration: object) =>
      (await runIn(".", { files: { "kalint.json": JSON.stringify(configuration), ...files } })).errors;
    expect(await of({ overrides: [{ files: ["a"], target: "debian-99" }] })).toContain(
      "kalint.json:1:39: target cannot be 'debian-99'",
    );
    expect(await of(nodesWith({ ...lb1, target: "2.x" }))).toContain("kalint.json:1:89: target cannot be '2.x'");
  });

  test("is taken from the nodes that a program names", () => {
    const nodes = [lb1, { ...lb2, target: "2.2.7" }];
    const { files: found } = lint({ files, clusters: [{ name: "web", nodes }], only: ["unknown-keyword"] });
    expect(found.map(({ diagnostics = [] }) => diagnostics.length)).toEqual([0, 0, 1]);
    expect(() => lint({ files, clusters: [{ name: "web", nodes: [{ ...lb1, target: "9.9.9" }] }] })).toThrow(
      RangeError,
    );
  });
});

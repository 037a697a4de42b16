import { rules } from "@kalint/lint";
import { allKeywords } from "@kalint/schema";
import { expect, test } from "vitest";
import { runIn } from "./command.js";

test("rules lists every rule, as a table and as JSON", async () => {
  const { output } = await runIn("rules");
  expect(output.split("\n")[0]).toMatch(/^rule +severity +category +fix/);
  for (const { id } of rules) expect(output).toContain(`\n${id} `);
  const list = JSON.parse((await runIn("rules --format json")).output);
  expect(list.rules.map((rule: { id: string }) => rule.id)).toEqual(rules.map(({ id }) => id));
  expect(list.rules[0]).toMatchObject({ severity: rules[0]!.severity, category: rules[0]!.category });
});

test("every rule and every keyword has a page of lines that fit", async () => {
  for (const { id, summary } of rules) {
    const { output } = await runIn(`explain ${id}`, { columns: 80, environment: { NO_COLOR: "1" } });
    expect(output).toMatch(new RegExp(`^${id}\n`));
    expect(output.replace(/\s+/g, " ")).toContain(summary.replace(/\s+/g, " "));
  }
  for (const { path } of allKeywords) {
    const { output } = await runIn(`explain ${path}`, { columns: 80, environment: { NO_COLOR: "1" } });
    expect(output).toMatch(new RegExp(`^${path}\n\n    \\S`));
  }
});

test("a keyword's page says how it is written, what it does and where it stands", async () => {
  const { output } = await runIn("explain vrrp_instance/priority");
  expect(output).toMatch(/^vrrp_instance\/priority\n\n {4}priority <priority>\n\n\S/);
  expect(output).toContain("\npriority      whole number from 1 to 255\n");
  expect(output).toContain("\nallowed in    vrrp_instance\n");
});

test("a name that stands in several places gets the list of them", async () => {
  const { output, status } = await runIn("explain weight");
  expect(status).toBe(0);
  expect(output).toMatch(
    /^'weight' is a keyword in \d+ places\. To see one in full: kalint explain \S+\n\n {2}\S+\n {4}\S/,
  );
  expect(output).toContain("\n  vrrp_script/weight\n");
  expect((await runIn("explain real_server/weight")).output).toMatch(/^virtual_server\/real_server\/weight\n/);
});

test("a removed keyword still has its page", async () => {
  const { output } = await runIn("explain nb_get_retry");
  expect(output).toContain("nb_get_retry");
});

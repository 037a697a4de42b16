import { blanksIn, firstPlaceholder, firstTemplateTag } from "@kalint/schema";
import { expect, test } from "vitest";
import { randomSource } from "../support/random-text.js";

const pieces = [
  ...'\n\n\n\r\t  #!"[]<>{}%@$:./x'.split(""),
  "    priority 100\n",
  "    auth_pass <your password>\n",
  '    auth_pass "<your password>"\n',
  '    auth_pass "#SECRET#"\n',
  "    # <comment>\n",
  "#ROUTER_ID#\n",
  "router_id #ROUTER_ID# #OTHER_NAME#\n",
  "    interface ethX\n",
  "    10.x.x.5/24\n",
  "{{ name }}",
  "{% if a %}\n",
  "<%= b %>",
  "__NAME__",
  "@NAME@",
  "${A:-b}",
  "ADDRESS_GOES_HERE",
  "[[name]]",
  "CHANGE_ME",
];

test("what is left to fill in is the same in a text after many edits as in one that nobody has seen before", () => {
  const random = randomSource(7);
  const searches = [
    (text: string) => blanksIn(text),
    (text: string) => [firstTemplateTag(text)],
    (text: string) => [firstPlaceholder(text, () => false)],
  ];
  const lookAt = (text: string) => searches.map((search) => search(text));
  const seen: { readonly text: string; readonly found: ReturnType<typeof lookAt> }[] = [];
  let text = "vrrp_instance VI_1 {\n    interface eth0\n}\n".repeat(120);
  for (let edit = 0; edit < 200; edit += 1) {
    const start = random.below(text.length);
    const end = Math.min(text.length, start + random.below(edit % 50 === 0 ? 2000 : 40));
    const written = Array.from({ length: random.below(4) }, () => random.pick(pieces)).join("");
    text = `${text.slice(0, start)}${written}${text.slice(end)}`;
    if (text.length < 5000) text += "    priority 100\n".repeat(20);
    seen.push({ text, found: lookAt(text) });
  }
  expect(seen.filter(({ found }) => found[0]!.length > 0).length).toBeGreaterThan(100);
  for (const { text: again, found } of seen) {
    // Another text between them, which leaves nothing to compare with.
    lookAt("other\n".repeat(1000));
    expect(lookAt(again)).toEqual(found);
  }
});

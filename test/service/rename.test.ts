import { renameAt, renameableAt, selectionSpans, signatureAt } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { openMarked } from "./support.js";

/** After the rename the files are `expected`, in the same notation. */
function checkRename(marked: string, newName: string, expected: string): void {
  const { document, offset } = openMarked(marked);
  const result = renameAt(document, offset, newName);
  if ("problem" in result) throw new Error(result.problem);
  const after = openMarked(expected);
  const files = new Set([document.path, ...result.edits.map((edit) => edit.file)]);
  for (const file of files) {
    let text = document.host.read(file) ?? "";
    const edits = result.edits.filter((edit) => edit.file === file).sort((a, b) => b.start - a.start);
    for (const edit of edits) text = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    expect(text).toBe(after.document.host.read(file));
  }
}

function checkRefused(marked: string, newName: string, problem: RegExp): void {
  const { document, offset } = openMarked(marked);
  expect(renameAt(document, offset, newName)).toEqual({ problem: expect.stringMatching(problem) });
}

describe("rename", () => {
  test("changes a script and what tracks it", () => {
    checkRename(
      "vrrp_script ch<|>k {\n script /bin/true\n}\nvrrp_instance A {\n track_script {\n  chk weight 2\n }\n}\n",
      "check_web",
      "vrrp_script check_web {\n script /bin/true\n}\nvrrp_instance A {\n track_script {\n  check_web weight 2\n }\n}\n",
    );
  });

  test("changes the definition in an included file", () => {
    checkRename(
      "include a.conf\nvrrp_sync_group G {\n group {\n  A<|>\n }\n}\n#- a.conf\nvrrp_instance A {\n}\n",
      "VI 2",
      'include a.conf\nvrrp_sync_group G {\n group {\n  "VI 2"\n }\n}\n#- a.conf\nvrrp_instance "VI 2" {\n}\n',
    );
  });

  test("changes $NAME in both spellings", () => {
    checkRename(
      "$VIP=1\npriority $V<|>IP\nweight ${VIP}\n",
      "ADDRESS",
      "$ADDRESS=1\npriority $ADDRESS\nweight ${ADDRESS}\n",
    );
    checkRename("$V<|>IP=1\npriority $VIP\n", "A", "$A=1\npriority $A\n");
  });

  test("refuses what would break the configuration", () => {
    checkRefused("vrrp_instance A<|> {\n}\nvrrp_instance B {\n}\n", "B", /already/);
    checkRefused("vrrp_instance A<|> {\n}\n", 'a"b', /cannot be written/);
    checkRefused("$V<|>=1\n", "a-b", /letters/);
    checkRefused("$N=A\nvrrp_instance $N<|> {\n}\n", "a b", /letters/);
    checkRefused("vrrp_instance A {\n prio<|>rity 5\n}\n", "x", /Only names/);
  });

  test("offers the name alone", () => {
    const { document, offset } = openMarked("$VIP=1\npriority ${V<|>IP}\n");
    expect(renameableAt(document, offset)).toEqual({ span: { start: 18, end: 21 }, name: "VIP" });
  });
});

describe("signature help", () => {
  function checkSignature(marked: string, label: string, active: string | undefined): void {
    const { document, offset } = openMarked(marked);
    const found = signatureAt(document, offset);
    expect(found?.label).toBe(label);
    const parameter = found?.active === undefined ? undefined : found.parameters[found.active];
    expect(parameter && label.slice(parameter.start, parameter.end)).toBe(active);
  }

  test("marks the argument under the cursor", () => {
    checkSignature(
      "vrrp_instance A {\n notify_master /x <|>\n}",
      "notify_master <script> [<user>] [<group>]",
      "[<user>]",
    );
    checkSignature("vrrp_instance A {\n priority 1<|>\n}", "priority <priority>", "<priority>");
    checkSignature("vrrp_instance A {\n priority 1 <|>\n}", "priority <priority>", undefined);
  });

  test("knows free lines", () => {
    checkSignature(
      "vrrp_instance A {\n track_interface {\n  eth0 <|>\n }\n}",
      "<interface> [weight <weight> [reverse]]",
      "[weight <weight> [reverse]]",
    );
  });

  test("is silent on keywords", () => {
    const { document, offset } = openMarked("vrrp_instance A {\n prio<|>rity 1\n}");
    expect(signatureAt(document, offset)).toBeUndefined();
  });
});

test("selection grows from the word to the file", () => {
  const { document, offset } = openMarked("a 1\nvrrp_instance A {\n priority 1<|>00\n}\n");
  expect(selectionSpans(document, offset).map(({ start, end }) => document.text.slice(start, end))).toEqual([
    "100",
    "priority 100",
    "\n priority 100\n",
    "vrrp_instance A {\n priority 100\n}",
    document.text,
  ]);
});

import { vocabulary } from "@kalint/schema";
import { changeBetween, isTakenOver, parse, reparse } from "@kalint/syntax";
import { expect, test } from "vitest";
import { edited, randomSource } from "../support/random-text.js";

const whole = `# ours
$NET=192.0.2
global_defs {
    router_id lb1  # here
}

# the first
vrrp_script chk {
    script "/bin/true"
}

vrrp_sync_group G {
    group {
        VI_1
    }
}
vrrp_instance VI_1
{
    @lb1 priority 100
    @lb2 priority 50
    virtual_ipaddress {
        ~SEQ(i, 1, 3) $NET.$i/24
        # none
    }
}

include conf.d/*.conf

! the service
virtual_server 192.0.2.1 80 {
    delay_loop 6
    real_server 192.0.2.11 80 {
        TCP_CHECK {
            connect_timeout 3
        }
    } # the first
}
virtual_server 192.0.2.2 80 {
    lvs_sched rr
}
# the end
`;

test("the change is what neither beginning nor end have in common", () => {
  expect(changeBetween("abcd", "abXcd")).toEqual({ start: 2, end: 2 });
  expect(changeBetween("aaa", "aa")).toEqual({ start: 2, end: 3 });
  expect(changeBetween("ab", "ab")).toEqual({ start: 2, end: 2 });
  const long = "x".repeat(10_000);
  expect(changeBetween(`${long}1${long}`, `${long}22${long}`)).toEqual({ start: 10_000, end: 10_001 });
});

test("only the block that an edit touches is parsed", () => {
  const before = parse(whole, vocabulary);
  const after = reparse(before, whole.replace("delay_loop 6", "delay_loop 10"));
  const kept = before.file.items.filter((item) => after.file.items.includes(item));
  expect(kept).toHaveLength(before.file.items.length - 1);
  expect([isTakenOver(before), isTakenOver(after)]).toEqual([true, false]);
  expect(reparse(before, whole)).toEqual(parse(whole, vocabulary));
  expect(after.file.items).toHaveLength(before.file.items.length);
});

test.each([1, 2, 3])("after any edits the tree is the one that parsing gives (%i)", (seed) => {
  const random = randomSource(seed);
  let text = whole;
  let tree = parse(text, vocabulary);
  let taken = 0;
  for (let turn = 0; turn < 90; turn += 1) {
    text = turn % 15 === 0 ? whole : edited(random, text);
    const before = tree;
    tree = reparse(before, text);
    expect(tree, JSON.stringify(text)).toEqual(parse(text, vocabulary));
    if (tree.file.items.some((item) => before.file.items.includes(item))) taken += 1;
  }
  expect(taken).toBeGreaterThan(40);
});

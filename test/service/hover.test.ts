import { hover, type Version } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { openMarked } from "./support.js";

/** The hover holds all of `parts`, over the text that `over` names. */
function checkHover(marked: string, over: string, parts: readonly (string | RegExp)[], target?: Version): void {
  const { document, offset } = openMarked(marked, target);
  const found = hover(document, offset);
  if (!found) throw new Error("no hover");
  expect(document.text.slice(found.span.start, found.span.end)).toBe(over);
  for (const part of parts) {
    if (typeof part === "string") expect(found.markdown).toContain(part);
    else expect(found.markdown).toMatch(part);
  }
}

function checkNoHover(marked: string): void {
  const { document, offset } = openMarked(marked);
  expect(hover(document, offset)).toBeUndefined();
}

describe("hover", () => {
  test("explains a keyword with its signature, range and place", () => {
    checkHover("vrrp_instance A {\n    prio<|>rity 100\n}", "priority", [
      "priority <priority>",
      "`1` to `255`",
      "In `vrrp_instance`",
    ]);
    checkHover("<|>vrrp_instance A {\n}", "vrrp_instance", ["vrrp_instance <name> { … }", "At the top of the file"]);
    checkHover("vrrp_instance A {\n    state<|> MASTER\n}", "state", ["state MASTER|BACKUP"]);
  });

  test("tells what is deprecated and what to write", () => {
    checkHover(
      "virtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  HTTP_GET {\n   nb_get_<|>retry 3\n  }\n }\n}",
      "nb_get_retry",
      ["**Deprecated", "`retry`"],
    );
  });

  test("tells what the target does not know", () => {
    checkHover("vrrp_instance A {\n    use_ip<|>vlan\n}", "use_ipvlan", ["**Not yet in keepalived 1.3.0**"], "1.3.0");
  });

  test("tells where a misplaced keyword belongs, and what is none", () => {
    checkHover("vrrp_instance A {\n    lb_al<|>go rr\n}", "lb_algo", [
      "no keyword of `vrrp_instance`",
      "`virtual_server/lb_algo`",
    ]);
    checkHover("vrrp_instance A {\n    foo<|> 1\n}", "foo", ["no keyword of keepalived"]);
  });

  test("explains values", () => {
    checkHover("virtual_server 10.0.0.1 80 {\n    lb_algo wl<|>c\n}", "wlc", ["**wlc**", "`lb_algo`"]);
    checkHover("vrrp_instance A {\n    priority 1<|>00\n}", "100", ["whole number from `1` to `255`"]);
  });

  test("explains options of free lines", () => {
    checkHover("vrrp_instance A {\n virtual_ipaddress {\n  10.0.0.1 de<|>v eth0\n }\n}", "dev", [
      "dev <interface>",
      "`virtual_ipaddress`",
    ]);
  });

  test("shows a definition and its other file", () => {
    checkHover("$VIP=10.0.0.1\npriority $V<|>IP\n", "$VIP", ["$VIP=10.0.0.1"]);
    checkHover("include a.conf\npriority ${V<|>IP}\n#- a.conf\n$VIP=10.0.0.1\n", "${VIP}", [
      "# a.conf",
      "$VIP=10.0.0.1",
    ]);
    checkHover("router_id ${_INST<|>ANCE}\n", "${_INSTANCE}", ["config-id"]);
  });

  test("shows the head of what a name refers to", () => {
    checkHover(
      "vrrp_script chk_a {\n script /bin/true\n}\nvrrp_instance A {\n track_script {\n  chk<|>_a weight 2\n }\n}",
      "chk_a",
      ["vrrp_script chk_a {", "`vrrp_script`"],
    );
  });

  test("explains conditions, repetitions and includes", () => {
    checkHover("@lb<|>1 router_id a\n", "@lb1", ["config-id is `lb1`"]);
    checkHover("@^lb<|>1 router_id a\n", "@^lb1", ["every host but"]);
    checkHover("~SE<|>Q(i, 1, 2) router_id $i\n", "~SEQ(i, 1, 2)", ["once for each number"]);
    checkHover("inc<|>lude a.conf\n", "include", ["as if their text were here"]);
  });

  test("says nothing about comments and blanks", () => {
    checkNoHover("# vrrp_<|>instance\n");
    checkNoHover("vrrp_instance A {\n  <|>\n}\n");
    checkNoHover("<|>");
  });
});

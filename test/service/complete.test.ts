import { complete, type Version } from "@kalint/service";
import { describe, expect, test } from "vitest";
import { openMarked } from "./support.js";

interface Expected {
  readonly has?: readonly string[];
  readonly hasNot?: readonly string[];
  /** The whole list in the order in which editors show it. */
  readonly only?: readonly string[];
  readonly target?: Version;
}

function checkCompletion(marked: string, { has = [], hasNot = [], only, target }: Expected): void {
  const { document, offset } = openMarked(marked, target);
  const labels = sorted(complete(document, offset)).map((one) => one.label);
  expect(has.filter((label) => !labels.includes(label))).toEqual([]);
  expect(hasNot.filter((label) => labels.includes(label))).toEqual([]);
  if (only) expect(labels).toEqual(only);
}

/** What the text is after `label` was taken, tab stops and all. */
function checkAccepted(marked: string, label: string, expected: string): void {
  const { document, offset } = openMarked(marked);
  const found = complete(document, offset).find((one) => one.label === label);
  if (!found) throw new Error(`${label} is not offered`);
  const { start, end } = found.replace;
  expect(document.text.slice(0, start) + (found.snippet ?? found.text) + document.text.slice(end)).toBe(expected);
}

function checkOrder(marked: string, ...labels: string[]): void {
  const { document, offset } = openMarked(marked);
  const offered = sorted(complete(document, offset)).map((one) => one.label);
  expect(offered.filter((label) => labels.includes(label))).toEqual(labels);
}

function sorted<T extends { readonly rank: number; readonly label: string }>(list: readonly T[]): T[] {
  return [...list].sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}

describe("completion of keywords", () => {
  test("at the top of a file", () => {
    checkCompletion("<|>", {
      has: ["global_defs", "vrrp_instance", "virtual_server", "include"],
      hasNot: ["priority"],
    });
    checkCompletion("global_defs {\n}\nvrr<|>", { has: ["vrrp_instance"], hasNot: ["router_id"] });
  });

  test("inside a block, between its statements and behind a condition", () => {
    checkCompletion("vrrp_instance A {\n    <|>\n}\n", {
      has: ["priority", "state"],
      hasNot: ["vrrp_instance", "real_server"],
    });
    checkCompletion("vrrp_instance A {\n    state MASTER\n    pri<|>\n    interface eth0\n}\n", { has: ["priority"] });
    checkCompletion("vrrp_instance A {\n    @lb1 pri<|>\n}\n", { has: ["priority"] });
    checkCompletion("global_defs { rou<|> }", { has: ["router_id"] });
  });

  test("inside nested blocks", () => {
    checkCompletion("virtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  TCP_CHECK {\n   <|>\n  }\n }\n}", {
      has: ["connect_timeout", "retry"],
      hasNot: ["nb_get_retry", "weight"],
    });
  });

  test("where the closing brace is still missing", () => {
    checkCompletion("vrrp_instance A {\n    state MASTER\n    <|>", { has: ["priority"], hasNot: ["vrrp_instance"] });
    checkCompletion("vrrp_instance A {\n    pri<|>", { has: ["priority"] });
    checkCompletion("vrrp_instance A {\n    <|>\n\nvrrp_instance B {\n}\n", { has: ["priority"] });
  });

  test("only what the target version knows", () => {
    const inChecker = "virtual_server 10.0.0.1 80 {\n real_server 10.0.0.2 80 {\n  TCP_CHECK {\n   <|>\n  }\n }\n}";
    checkCompletion(inChecker, { hasNot: ["retry"], target: "1.2.2" });
    checkCompletion("vrrp_instance A {\n    <|>\n}", { hasNot: ["use_ipvlan"], target: "1.3.0" });
    checkCompletion("vrrp_instance A {\n    <|>\n}", { has: ["use_ipvlan"] });
  });

  test("what is present once already comes last, what is needed first", () => {
    checkOrder("vrrp_instance A {\n    state MASTER\n    <|>\n}\n", "virtual_router_id", "priority", "state");
  });

  test("nothing in comments", () => {
    checkCompletion("vrrp_instance A {\n    # pri<|>\n}\n", { only: [] });
    checkCompletion("vrrp_instance A {\n    state MASTER # M<|>\n}\n", { only: [] });
  });

  test("blocks come with braces and what they need", () => {
    checkAccepted("vrrp_sc<|>", "vrrp_script", "vrrp_script ${1:chk_1} {\n\tscript ${2:}\n\t$0\n}");
    checkAccepted(
      "vrrp_instance A {\n    virtual_ip<|>\n}",
      "virtual_ipaddress",
      "vrrp_instance A {\n    virtual_ipaddress {\n\t$0\n}\n}",
    );
  });

  test("options come with their arguments, and alone where these already stand there", () => {
    checkAccepted("vrrp_instance A {\n    st<|>\n}", "state", "vrrp_instance A {\n    state ${1|MASTER,BACKUP|}\n}");
    checkAccepted("vrrp_instance A {\n    st<|> MASTER\n}", "state", "vrrp_instance A {\n    state MASTER\n}");
    checkAccepted("vrrp_ins<|>tance A {\n}", "vrrp_instance", "vrrp_instance A {\n}");
  });
});

describe("completion in included files", () => {
  const main = "#- keepalived.conf\nvrrp_script chk {\n script /bin/true\n}\n";

  test("follows the block that includes them", () => {
    const inBlock = "virtual_server 10.0.0.1 80 {\n include servers/*.conf\n}\n#- servers/a.conf\n";
    checkCompletion(`${inBlock}<|>`, { has: ["real_server", "lb_algo"], hasNot: ["vrrp_instance"] });
    checkCompletion(`${inBlock}real_server 10.0.0.2 80 {\n <|>\n}\n`, { has: ["TCP_CHECK"], hasNot: ["lb_algo"] });
  });

  test("follows a chain of them", () => {
    checkCompletion(
      "virtual_server 10.0.0.1 80 {\n include a.conf\n}\n#- a.conf\nreal_server 10.0.0.2 80 {\n include b.conf\n}\n#- b.conf\n<|>",
      {
        has: ["TCP_CHECK"],
        hasNot: ["real_server"],
      },
    );
    checkCompletion("include b.conf\n#- b.conf\ninclude keepalived.conf\n<|>", { has: ["vrrp_instance"] });
  });

  test("knows the names of the including file", () => {
    checkCompletion(`${main}include vi.conf\n#- vi.conf\nvrrp_instance A {\n track_script {\n  <|>\n }\n}\n`, {
      has: ["chk"],
    });
    checkCompletion(`${main}#- vi.conf\nvrrp_instance A {\n track_script {\n  <|>\n }\n}\n`, { hasNot: ["chk"] });
  });
});

describe("completion of values", () => {
  test("enumerations and booleans", () => {
    checkCompletion("vrrp_instance A {\n    state <|>\n}", { only: ["BACKUP", "MASTER"] });
    checkCompletion("vrrp_instance A {\n    state MA<|>\n}", { only: ["BACKUP", "MASTER"] });
    checkCompletion("virtual_server 10.0.0.1 80 {\n    lb_algo <|>\n}", { has: ["rr", "wlc", "mh"] });
  });

  test("numbers where there are few", () => {
    checkCompletion("vrrp_instance A {\n    version <|>\n}", { only: ["2", "3"] });
    checkCompletion("vrrp_instance A {\n    priority <|>\n}", { hasNot: ["1"] });
  });

  test("nothing behind the last argument", () => {
    checkCompletion("vrrp_instance A {\n    state MASTER <|>\n}", { only: [] });
  });

  test("options of free lines, those already written last", () => {
    checkCompletion("vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.1 <|>\n    }\n}", {
      has: ["dev", "scope", "label"],
      hasNot: ["track_group", "priority"],
    });
    checkCompletion("vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.1 dev eth0 scope <|>\n    }\n}", {
      has: ["global", "link"],
      hasNot: ["dev"],
    });
    checkOrder("vrrp_instance A {\n    virtual_ipaddress {\n        10.0.0.1 dev eth0 <|>\n    }\n}", "scope", "dev");
  });

  test("names of what is defined elsewhere", () => {
    checkCompletion(
      "vrrp_script chk_a {\n    script /bin/true\n}\nvrrp_instance A {\n    track_script {\n        <|>\n    }\n}",
      {
        has: ["chk_a"],
      },
    );
    checkCompletion(
      "vrrp_instance A {\n}\nvrrp_instance B {\n}\nvrrp_sync_group G {\n    group {\n        A\n        <|>\n    }\n}",
      {
        has: ["B"],
      },
    );
    checkCompletion("virtual_server_group web {\n    10.0.0.1 80\n}\nvirtual_server group <|> {\n}", { has: ["web"] });
  });

  test("interfaces that the file already names", () => {
    checkCompletion("vrrp_instance A {\n    interface bond0\n}\nvrrp_instance B {\n    interface <|>\n}", {
      has: ["bond0"],
    });
  });

  test("definitions, also those of included files", () => {
    checkCompletion("$VIP=10.0.0.1\nvrrp_instance A {\n    virtual_ipaddress {\n        $<|>\n    }\n}", {
      has: ["$VIP", "$_PWD"],
    });
    checkCompletion("include names.conf\nvrrp_instance A {\n    priority ${<|>}\n}\n#- names.conf\n$PRIO=100\n", {
      has: ["$PRIO"],
    });
    checkAccepted("$VIP=1\npriority ${V<|>}", "$VIP", "$VIP=1\npriority ${VIP}");
  });

  test("paths behind include", () => {
    checkCompletion("include conf.d/<|>\n#- conf.d/a.conf\n\n#- conf.d/b.conf\n", { only: ["a.conf", "b.conf"] });
    checkCompletion("include co<|>\n#- conf.d/a.conf\n", { has: ["conf.d/"] });
  });
});

describe("what is typed to its end", () => {
  test("is offered no more, nor is anything longer", () => {
    checkCompletion("vrrp_instance A {\n    notify<|>\n}\n", { only: [] });
    checkCompletion("vrrp_instance A {\n    notif<|>\n}\n", { has: ["notify", "notify_master"] });
    checkCompletion("vrrp_instance A {\n    state MASTER<|>\n}\n", { only: [] });
    checkCompletion("vrrp_instance A {\n    interface eth10\n    track_interface {\n        eth1<|>\n    }\n}\n", {
      only: [],
    });
    checkCompletion("vrrp_instance A {\n    advert_int 10\n    garp_master_delay 1<|>\n}\n", { only: [] });
  });

  test("but in the middle of a word its other values are", () => {
    checkCompletion("vrrp_instance A {\n    state <|>MASTER\n}\n", { has: ["MASTER", "BACKUP"] });
  });
});

describe("snippets", () => {
  test("stand where their block may stand, and nowhere else", () => {
    checkCompletion("<|>", { has: ["vrrp_instance (virtual router)", "virtual_server (two real servers)"] });
    for (const place of ["state <|>", "<|>", "track_script {\n        <|>\n    }", "priority <|>"])
      checkCompletion(`vrrp_instance A {\n    ${place}\n}\n`, {
        hasNot: ["vrrp_instance (virtual router)", "global_defs (name and script security)"],
      });
  });

  test("hold no word for a number", () => {
    checkAccepted("vrrp_instance A {\n    adv<|>\n}", "advert_int", "vrrp_instance A {\n    advert_int ${1:1}\n}");
    checkAccepted(
      "vrrp_instance A {\n    virtual_router<|>\n}",
      "virtual_router_id",
      "vrrp_instance A {\n    virtual_router_id ${1:51}\n}",
    );
  });
});

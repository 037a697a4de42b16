import { memoryHost } from "@kalint/daemon";
import { lint } from "@kalint/lint";
import { type Argument, allKeywords, isKnownIn, newestVersion, type Version } from "@kalint/schema";
import { describe, expect, test } from "vitest";
import { within } from "./support.js";

function messages(text: string, target: Version = newestVersion): readonly string[] {
  const { files, failures } = lint({
    paths: ["keepalived.conf"],
    host: memoryHost({ "keepalived.conf": text }),
    target,
  });
  expect(failures).toEqual([]);
  return files.flatMap(({ diagnostics }) => diagnostics.map(({ rule, message }) => `${rule}: ${message}`));
}

const whole = `global_defs {
    router_id NAME
    enable_script_security
    script_user root
}
vrrp_script check {
    script "/usr/bin/test -e /run/NAME"
    interval 2
    weight WEIGHT
}
vrrp_instance web {
    state STATE
    interface DEVICE
    virtual_router_id ID
    priority PRIORITY
    advert_int 1
    track_script {
        check
    }
    virtual_ipaddress {
        ADDRESS dev DEVICE
    }
}
virtual_server SERVICE PORT {
    delay_loop LOOP
    lvs_sched SCHEDULER
    lvs_method DR
    protocol TCP
    real_server REAL PORT {
        weight 1
        TCP_CHECK {
            connect_timeout TIMEOUT
            connect_port PORT
        }
    }
}
`;

const values: Readonly<Record<string, string>> = {
  NAME: "lb1",
  WEIGHT: "-20",
  STATE: "BACKUP",
  DEVICE: "eth0",
  ID: "51",
  PRIORITY: "150",
  ADDRESS: "192.0.2.10/24",
  SERVICE: "192.0.2.10",
  PORT: "80",
  LOOP: "10",
  SCHEDULER: "rr",
  REAL: "10.0.0.2",
  TIMEOUT: "3",
};

function fill(unknown: readonly string[]): string {
  return whole.replace(/\b[A-Z]{2,}\b/g, (name) => {
    if (unknown.includes(name)) return `\${_ENV ${name}}`;
    return values[name] ?? name;
  });
}

describe("a definition of another host", () => {
  const text = `@lb1 $PRIO=150
vrrp_instance web {
    state BACKUP
    interface eth0
    virtual_router_id 51
    priority WRITTEN
    virtual_ipaddress {
        192.0.2.10/24
    }
}
`;

  test.each(["$PRIO", "${PRIO}"])("is said to be missing, and nothing follows from it: %s", (reference) => {
    const { files } = lint({
      paths: ["keepalived.conf"],
      host: memoryHost({ "keepalived.conf": text.replace("WRITTEN", reference) }),
      target: newestVersion,
      configId: "lb2",
    });
    expect(files.flatMap(({ diagnostics }) => diagnostics)).toMatchObject([
      {
        rule: "unexpanded-reference",
        message: "$PRIO is defined only further down, or for other hosts: here it is not replaced",
        daemon: true,
      },
    ]);
  });
});

describe("a value that nobody knows", () => {
  test("the configuration is good where all is known", () => {
    expect(messages(fill([]))).toEqual([]);
  });

  test.each(Object.keys(values))("fits as %s, and nothing is said for it", (name) => {
    expect(messages(fill([name]))).toEqual([]);
  });

  test("fits everywhere at once", () => {
    expect(messages(fill(Object.keys(values)))).toEqual([]);
  });

  test("fits as a part of a word, as a name, a keyword, a block and a file", () => {
    const text = fill([])
      .replace("192.0.2.10/24 dev", "192.0.2.${_ENV LAST}/24 dev")
      .replace("vrrp_instance web", "vrrp_instance web-${_ENV NAME}")
      .replace(
        "advert_int 1",
        "${_ENV KEYWORD} 1\n    ${_ENV BLOCK} x {\n        y {\n        }\n    }\n    advert_int 1",
      );
    expect(messages(`include ${"${_ENV FILE}"}\n${text}${"${_ENV LINES}"}\n`)).toEqual([]);
  });

  test("hides nothing that stands beside it", () => {
    const text = fill(["PRIORITY", "ADDRESS"]).replace("advert_int 1", "advert_int 0\n    bogus 3");
    expect(messages(text)).toEqual([
      expect.stringMatching(/^invalid-argument: advert_int takes/),
      expect.stringMatching(/^unknown-keyword: /),
    ]);
  });

  test("is text in releases that do not know the form", () => {
    expect(messages(fill(["PRIORITY"]), "2.3.4")).toContainEqual(expect.stringMatching(/^invalid-argument: priority /));
  });

  const isWord = (argument: Argument | undefined) =>
    argument !== undefined && argument.type !== "options" && argument.type !== "variant";
  const keywords = allKeywords.filter(
    (keyword) => keyword.kind === "option" && isWord(keyword.arguments[0]) && isKnownIn(keyword, newestVersion),
  );

  test("fits as the value of every keyword", () => {
    expect(keywords.length).toBeGreaterThan(300);
    for (const { path, name } of keywords) {
      const said = messages(within(path, `${name} \${_ENV VALUE}\n`));
      // What a block lacks besides is no matter here.
      const wrong = said.filter((message) => message.includes("_ENV") || /^(invalid|extra|unknown)-/.test(message));
      expect([path, wrong]).toEqual([path, []]);
    }
  });

  test.each(["{ $VIP=10.0.0.1", "{$VIP=10.0.0.1", "$VIP=10.0.0.1"])(
    "is what only another host defines: '@other %s'",
    (line) => {
      const said = messages(`${fill([])}@other ${line}\nstatic_ipaddress {\n    $VIP dev eth0\n}\n`);
      expect(said.filter((message) => /VIP|unknown-keyword/.test(message))).toEqual([
        "unexpanded-reference: $VIP is defined only further down, or for other hosts: here it is not replaced",
      ]);
    },
  );
});

/** The keywords of a `vrrp_instance`, one after the other as the daemon takes them (vrrp/vrrp_parser.c). */
import {
  type EffectiveLine,
  type EffectiveStatement,
  type Family,
  readBoolean,
  readSocketAddress,
  readUnsigned,
} from "@kalint/model";
import { byteLength } from "../values/check.js";
import { addVirtualAddress, familyName } from "./addresses.js";
import { readMicroseconds } from "./decimals.js";
import type { HmacSettings, Instance, Setting, State } from "./facts.js";
import { canExist } from "./interfaces.js";
import { checkRuleLine } from "./policyRules.js";
import { removal } from "./remarks.js";
import { checkRouteLine } from "./routes.js";
import { addTracked, trackBlocks } from "./trackers.js";
import { readIpvlan, readVmac } from "./vmac.js";

type Handler = (state: State, instance: Instance, statement: EffectiveStatement) => void;

export function readInstance(state: State, statement: EffectiveStatement): void {
  const { instances } = state;
  const name = statement.words[1]!;
  const instance: Instance = {
    name: name.value,
    place: name.place,
    statement,
    peers: [],
    addresses: [],
    excluded: [],
    addressBlocks: [],
    tracked: [],
  };
  for (const child of statement.children) handlers.get(child.keyword.name)?.(state, instance, child);
  if (instance.authenticationPassword && !hasType(statement)) instance.passwordAlone = instance.authenticationPassword;
  endInstance(state, instance);
  instances.push(instance);
}

/** Also a type that is a bad argument is a type. */
function hasType({ children }: EffectiveStatement): boolean {
  return children.some(
    ({ keyword, children: inner }) =>
      keyword.name === "authentication" && inner.some((child) => child.keyword.name === "auth_type"),
  );
}

/** Source: keepalived 2.4.3, vrrp/vrrp_parser.c: vrrp_end_handler. */
function endInstance({ remarks, host }: State, instance: Instance): void {
  const { statement, unicast, vmac, ipvlan } = instance;
  const overlay = vmac ?? ipvlan;
  if (unicast && overlay) {
    if (!instance.interface) {
      remarks.atEnd(
        "conflicting-vmac",
        statement,
        overlay.place,
        `${instance.name} speaks unicast without an interface, so ${overlay.from.words[0]!.value} is ignored`,
      );
      delete instance.vmac;
      delete instance.ipvlan;
      delete instance.vmacName;
    } else if (!instance.transmitOnBase) {
      const word = overlay.from.words[0]!.value;
      const line = overlay.from.place;
      remarks.atEnd("missing-vmac-xmit-base", statement, overlay.place, `${word} with unicast needs vmac_xmit_base`, {
        fixes: !vmac || overlay.from.expansions.length > 0 ? [] : insertBefore(host, line, "vmac_xmit_base"),
      });
      instance.transmitOnBase = overlay;
    }
  }
  if (instance.peers.length === 0 && instance.unicastTtl) {
    remarks.atEnd(
      "missing-unicast-peer",
      statement,
      instance.unicastTtl.place,
      `unicast_ttl is reset, because ${instance.name} has no unicast peer`,
    );
  }
}

function insertBefore(host: State["host"], place: { readonly file: string; readonly start: number }, text: string) {
  const file = host.effective.files.find(({ path }) => path === place.file);
  if (file === undefined) return [];
  const start = file.text.lastIndexOf("\n", place.start - 1) + 1;
  const indent = file.text.slice(start, place.start);
  if (indent.trim() !== "") return [];
  return [
    {
      title: `add ${text}`,
      safe: true,
      edits: [{ file: place.file, start: place.start, end: place.start, text: `${text}\n${indent}` }],
    },
  ];
}

function flag<Key extends keyof Instance>(key: Key): Handler {
  return (_state, instance, statement) => {
    instance[key] ??= settingOf(statement, true) as Instance[Key];
  };
}

function acceptance(value: boolean): Handler {
  return (_state, instance, statement) => {
    instance.accept = settingOf(statement, value);
  };
}

function eachLine(take: (state: State, instance: Instance, line: EffectiveLine) => void): Handler {
  return (state, instance, { lines }) => {
    for (const line of lines) take(state, instance, line);
  };
}

function settingOf<T>(statement: EffectiveStatement, value: T): Setting<T> {
  return { value, place: statement.words[0]!.place, from: statement };
}

/** `key` alone means true. */
function truth(key: "lowerPriorityNoAdvert" | "higherPrioritySendAdvert" | "ownerIgnoreAdverts"): Handler {
  return (_state, instance, statement) => {
    const text = statement.words[1]?.value;
    const value = text === undefined ? true : readBoolean(text).value;
    if (value !== undefined) instance[key] = settingOf(statement, value);
  };
}

function number(
  key: "unicastTtl" | "garpLowerPriorityRepeat" | "garpLowerPriorityDelay" | "downTimerAdverts" | "virtualRouterId",
  min: number,
  max: number,
): Handler {
  return (_state, instance, statement) => {
    const word = statement.words[1];
    const value = word && readUnsigned(word.value, { min, max }).value;
    if (word && value !== undefined) instance[key] = { value, place: word.place, from: statement };
  };
}

const markUnicast: Handler = (_state, instance, statement) => {
  instance.unicast ??= settingOf(statement, statement.keyword.name);
};

const readSource: Handler = (state, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.source;
  const address = readSocketAddress(word.value).value;
  if (address === undefined) return;
  if (!joinFamily(state, instance, statement, address.family)) return;
  instance.source = { value: address.text, place: word.place, from: statement };
};

/** The first address decides the instance's family. */
function joinFamily({ remarks }: State, instance: Instance, statement: EffectiveStatement, family: Family): boolean {
  instance.family ??= family;
  if (instance.family === family) return true;
  const word = statement.words[1]!;
  remarks.onLine(
    "mismatched-address-family",
    statement,
    word.place,
    `${statement.keyword.name} ${word.value} is an ${familyName(family)} address, but ${instance.name} is an ${familyName(instance.family)} instance: it is ignored`,
    { help: `Give an ${familyName(instance.family)} address. The first address of an instance decides its family.` },
  );
  return false;
}

const readMulticastGroup: Handler = (state, instance, statement) => {
  const word = statement.words[1];
  if (word === undefined) return;
  delete instance.multicastGroup;
  const address = readSocketAddress(word.value).value;
  if (address === undefined || !joinFamily(state, instance, statement, address.family)) return;
  if (address.family === "ipv4" && !/^2(2[4-9]|3\d)\./.test(address.text)) return;
  if (address.family === "ipv6" && !/^ff[\da-f]2:/.test(address.text)) {
    // What is no multicast address at all is a bad argument.
    if (address.text.startsWith("ff")) {
      state.remarks.onLine(
        "invalid-multicast-address",
        statement,
        word.place,
        `${word.value} is no link-local multicast address: it is ignored`,
        {
          help: "Use a group that begins with ff02:.",
        },
      );
    }
    return;
  }
  instance.multicastGroup = { value: address.text, place: word.place, from: statement };
};

const readPeers: Handler = (state, instance, statement) => {
  const { remarks, behaviour, host } = state;
  markUnicast(state, instance, statement);
  for (const line of statement.lines) {
    const word = line.words[0]!;
    const address = readSocketAddress(word.value).value;
    if (address === undefined) continue;
    instance.family ??= address.family;
    if (instance.family !== address.family) {
      remarks.onLine(
        "mismatched-address-family",
        line,
        word.place,
        `the peer ${word.value} is an ${familyName(address.family)} address, but ${instance.name} is an ${familyName(instance.family)} instance: it is left out`,
        {
          help: `Give the peer's ${familyName(instance.family)} address. The first address of an instance decides its family.`,
        },
      );
      continue;
    }
    const twin = instance.peers.find(({ value }) => value === address.text);
    if (twin) {
      const more = {
        related: [{ place: twin.place, message: "the other one" }],
        fixes: removal(host, line, behaviour.noticesDuplicates),
      };
      if (behaviour.noticesDuplicates) {
        remarks.onLine(
          "duplicate-unicast-peer",
          line,
          word.place,
          `the peer ${word.value} stands twice: this one is ignored`,
          more,
        );
        continue;
      }
      remarks.ours(
        "duplicate-unicast-peer",
        word.place,
        `the peer ${word.value} stands twice: it gets every advert twice`,
        { ...more, severity: "warning" },
      );
    }
    const { least, most } = readTtls(line.words.map(({ value }) => value));
    if (least > most) {
      remarks.onLine(
        "invalid-ttl-range",
        line,
        word.place,
        `no advert of ${word.value} can have a TTL of at least ${least} and at most ${most}: all are thrown away`,
      );
    }
    instance.peers.push({ value: address.text, place: word.place, from: line });
  }
};

function readTtls(words: readonly string[]): { readonly least: number; readonly most: number } {
  let [least, most] = [0, 255];
  for (let at = 1; at + 1 < words.length; at += 2) {
    const value = readUnsigned(words[at + 1]!, { min: 0, max: 255 }).value;
    if (value === undefined) continue;
    if (words[at] === "min_ttl") least = value;
    else if (words[at] === "max_ttl") most = value;
    else break;
  }
  return { least, most };
}

const readInterface: Handler = (state, instance, statement) => {
  const { remarks } = state;
  const word = statement.words[1];
  // A name that is too long is ignored; one that no host has is not.
  if (word === undefined || word.value.length > 15) return;
  canExist(state, word.value);
  if (word.value === "lo") {
    delete instance.interface;
    remarks.onLine(
      "invalid-interface",
      statement,
      word.place,
      "lo is a loopback interface, which cannot speak VRRP: it is ignored",
      {
        help: "Name the interface that leads to the other nodes.",
      },
    );
    return;
  }
  instance.interface = { value: word.value, place: word.place, from: statement };
};

const readVersion: Handler = ({ remarks }, instance, statement) => {
  const word = statement.words[1];
  const version = word && readUnsigned(word.value, { min: 2, max: 3 }).value;
  if (!word || (version !== 2 && version !== 3)) return;
  const other = instance.version !== undefined && instance.version !== version;
  if (other || (version === 2 && instance.family === "ipv6")) {
    const why = other
      ? `${instance.name} has version ${instance.version} already`
      : `${instance.name} has IPv6 addresses already`;
    remarks.onLine("conflicting-vrrp-version", statement, word.place, `version ${version} is ignored, because ${why}`);
    return;
  }
  instance.version = version;
  instance.versionFrom = { value: version, place: word.place, from: statement };
};

const readNativeIpv6: Handler = ({ remarks }, instance, statement) => {
  if (instance.family === "ipv4") {
    remarks.onLine(
      "mismatched-address-family",
      statement,
      statement.words[0]!.place,
      `native_ipv6 is ignored, because ${instance.name} has IPv4 addresses already`,
      {
        help: "Remove it, or move the IPv4 addresses to an instance of their own.",
      },
    );
    return;
  }
  instance.family = "ipv6";
  instance.version = 3;
};

const readAuthentication: Handler = (_state, instance, statement) => {
  for (const child of statement.children) {
    const word = child.words[1];
    if (word === undefined) continue;
    const { value } = word;
    if (child.keyword.name === "auth_type" && (value === "PASS" || value === "AH")) {
      instance.authenticationType = { value, place: word.place, from: child };
    } else if (child.keyword.name === "auth_pass") {
      instance.authenticationPassword = { value, place: word.place, from: child };
    }
  }
};

const readHmac: Handler = ({ remarks }, instance, statement) => {
  instance.hmac ??= { keys: new Map(), statement };
  const hmac: HmacSettings = instance.hmac;
  for (const child of statement.children) {
    const [keyword, word, key] = child.words;
    if (word === undefined) continue;
    const id = readUnsigned(word.value, { min: 1, max: 255 }).value;
    if (keyword!.value === "active_key" && id !== undefined)
      hmac.activeKey = { value: id, place: word.place, from: child };
    else if (keyword!.value === "mode" && /^(enforce|permissive|receive-only)$/.test(word.value)) {
      hmac.mode = { value: word.value, place: word.place, from: child };
    } else if (keyword!.value === "key" && id !== undefined && key !== undefined && !key.value.startsWith("file:")) {
      const bytes = keyLength(key.value);
      if (bytes === undefined || bytes < 32 || bytes > 64) {
        const found = bytes === undefined ? "this one holds more than hexadecimal digits" : `this one has ${bytes}`;
        remarks.onLine("invalid-hmac-key", child, key.place, `a key has 32 to 64 bytes, and ${found}: it is ignored`);
      } else if (hmac.keys.has(id)) {
        remarks.onLine(
          "invalid-hmac-key",
          child,
          word.place,
          `${instance.name} has a key ${id} already: this one is ignored`,
          {
            related: [{ place: hmac.keys.get(id)!, message: "the key that counts" }],
          },
        );
      } else hmac.keys.set(id, word.place);
    } else if (keyword!.value === "key" && id !== undefined && key?.value.startsWith("file:")) {
      hmac.keys.set(id, word.place);
    }
  }
};

/** In bytes; after `hex:` two digits make one, blanks are skipped, and the last may stand alone. */
function keyLength(text: string): number | undefined {
  if (!text.startsWith("hex:")) return byteLength(text);
  const parts = text.slice(4).split(/[ \t]+/);
  if (!parts.every((part) => /^[\da-f]*$/i.test(part))) return undefined;
  return parts.reduce((sum, part) => sum + Math.ceil(part.length / 2), 0);
}

const handlers: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ["virtual_router_id", number("virtualRouterId", 1, 255)],
  ["interface", readInterface],
  ["version", readVersion],
  ["native_ipv6", readNativeIpv6],
  ["authentication", readAuthentication],
  ["auth_hmac", readHmac],
  ["unicast_peer", readPeers],
  ["check_unicast_src", markUnicast],
  ["old_unicast_checksum", markUnicast],
  [
    "unicast_fault_no_peer",
    (state, instance, statement) => {
      markUnicast(state, instance, statement);
      instance.faultWithoutPeer ??= settingOf(statement, true);
    },
  ],
  [
    "unicast_src_ip",
    (state, instance, statement) => {
      markUnicast(state, instance, statement);
      readSource(state, instance, statement);
    },
  ],
  ["mcast_src_ip", readSource],
  ["mcast_dst_ip", readMulticastGroup],
  ["unicast_ttl", number("unicastTtl", 0, 255)],
  ["track_src_ip", flag("trackSource")],
  ["use_vmac", readVmac],
  ["use_vmac_addr", flag("vmacAddresses")],
  ["vmac_xmit_base", flag("transmitOnBase")],
  ["use_ipvlan", readIpvlan],
  ["promote_secondaries", flag("promoteSecondaries")],
  ["dont_track_primary", flag("dontTrackPrimary")],
  ["no_virtual_ipaddress", flag("noAddress")],
  ["nopreempt", flag("nopreempt")],
  [
    "preempt",
    (_state, instance) => {
      delete instance.nopreempt;
    },
  ],
  ["garp_lower_prio_repeat", number("garpLowerPriorityRepeat", 0, 0x7fffffff)],
  ["garp_lower_prio_delay", number("garpLowerPriorityDelay", 0, 4294)],
  ["down_timer_adverts", number("downTimerAdverts", 1, 100)],
  ["lower_prio_no_advert", truth("lowerPriorityNoAdvert")],
  ["higher_prio_send_advert", truth("higherPrioritySendAdvert")],
  ["owner_ignore_adverts", truth("ownerIgnoreAdverts")],
  [
    "strict_mode",
    (_state, instance, { words }) => {
      const value = words[1] === undefined ? true : readBoolean(words[1].value).value;
      if (value !== undefined) instance.strict = value;
    },
  ],
  ["accept", acceptance(true)],
  ["no_accept", acceptance(false)],
  [
    "state",
    (_state, instance, statement) => {
      const word = statement.words[1];
      if (word === undefined || (word.value === "BACKUP" && instance.state?.value === "MASTER")) return;
      instance.state = { value: word.value === "MASTER" ? "MASTER" : "BACKUP", place: word.place, from: statement };
    },
  ],
  [
    "priority",
    (_state, instance, statement) => {
      const word = statement.words[1];
      if (word)
        instance.priority = {
          value: readUnsigned(word.value, { min: 1, max: 255 }).value ?? 100,
          place: word.place,
          from: statement,
        };
    },
  ],
  [
    "advert_int",
    (_state, instance, statement) => {
      const word = statement.words[1];
      const value = word && readMicroseconds(word.value, 0.01, 255);
      if (word && value !== undefined) instance.advertInterval = { value: value, place: word.place, from: statement };
    },
  ],
  [
    "preempt_delay",
    (_state, instance, statement) => {
      const word = statement.words[1];
      const value = word && readMicroseconds(word.value, 0, 1000);
      delete instance.preemptDelay;
      if (word && value) instance.preemptDelay = { value, place: word.place, from: statement };
    },
  ],
  ...["timer_expired_backup", "thread_timer_expired"].map((name): [string, Handler] => [
    name,
    (_state, instance, statement) => {
      const text = statement.words[1]?.value;
      const value = text === undefined ? 254 : readUnsigned(text, { min: 1, max: 254 }).value;
      if (value !== undefined) instance.timerExpiredBackup = settingOf(statement, value);
    },
  ]),
  [
    "vrf",
    ({ remarks }, instance, statement) => {
      const word = statement.words[1];
      if (word === undefined || word.value.length > 15) return;
      if (instance.interface) {
        remarks.onLine(
          "conflicting-vrf",
          statement,
          word.place,
          `${instance.name} has an interface, so vrf ${word.value} is ignored`,
        );
      } else instance.vrf ??= { value: word.value, place: word.place, from: statement };
    },
  ],
  [
    "virtual_ipaddress",
    (state, instance, statement) => {
      instance.addressBlocks.push(statement);
      for (const line of statement.lines) addVirtualAddress(state, instance, line, false);
    },
  ],
  ["virtual_ipaddress_excluded", eachLine((state, instance, line) => addVirtualAddress(state, instance, line, true))],
  ["virtual_routes", eachLine((state, _instance, line) => checkRouteLine(state, line, false))],
  ["virtual_rules", eachLine((state, _instance, line) => checkRuleLine(state, line, false))],
  ...Object.entries(trackBlocks).map(([name, kind]): [string, Handler] => [
    name,
    eachLine((state, instance, line) => addTracked(state, instance, kind, line)),
  ]),
]);

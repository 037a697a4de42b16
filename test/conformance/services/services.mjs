// Virtual servers and their stories. `servers`: a real server each, with its lines; `down`: which are down at the start.
// A story's step is `fail N`, `recover N` (from 1), several of them joined by commas, or `` for the start.

const retrying = ["TCP_CHECK {", "    connect_timeout 1", "}"];
const tcp = ["TCP_CHECK {", "    connect_timeout 1", "    retry 0", "}"];
const getting = (...lines) => [
  "HTTP_GET {",
  "    url {",
  "        path /",
  "        status_code 200",
  "    }",
  "    connect_timeout 1",
  ...lines.map((line) => `    ${line}`),
  "}",
];
const http = getting("retry 0");
const misc = (address) => ["MISC_CHECK {", `    misc_path "/usr/bin/test -e @DIR@/up-${address}"`, "}"];

const plain = (count, lines = []) => Array.from({ length: count }, () => [...tcp, ...lines]);
const weights = (...list) => list.map((weight) => [`weight ${weight}`, ...tcp]);

export const services = [
  { name: "one server", servers: plain(1), story: ["fail 1", "recover 1"] },
  { name: "one server and a sorry server", sorry: true, servers: plain(1), story: ["fail 1", "recover 1"] },
  { name: "two servers", servers: plain(2), story: ["fail 1", "fail 2", "recover 2", "recover 1"] },
  {
    name: "two servers and a sorry server",
    sorry: true,
    servers: plain(2),
    story: ["fail 1", "fail 2", "recover 1", "recover 2"],
  },
  { name: "one of two is down at the start", servers: plain(2), down: [1], story: ["recover 1", "fail 2"] },
  {
    name: "all are down at the start",
    sorry: true,
    servers: plain(2),
    down: [1, 2],
    story: ["recover 2", "recover 1"],
  },
  {
    name: "quorum 2 of 3",
    lines: ["quorum 2"],
    servers: plain(3),
    story: ["fail 1", "fail 2", "recover 1", "recover 2"],
  },
  {
    name: "quorum 2 of 3, sorry server",
    lines: ["quorum 2"],
    sorry: true,
    servers: plain(3),
    story: ["fail 1", "fail 3", "fail 2", "recover 2", "recover 1"],
  },
  {
    name: "quorum 3 of 3, sorry server",
    lines: ["quorum 3"],
    sorry: true,
    servers: plain(3),
    story: ["fail 2", "recover 2"],
  },
  {
    name: "quorum above the sum of weights",
    lines: ["quorum 7"],
    sorry: true,
    servers: plain(2),
    story: ["fail 1", "recover 1"],
  },
  {
    name: "hysteresis 1 of quorum 2, 4 servers",
    lines: ["quorum 2", "hysteresis 1"],
    sorry: true,
    servers: plain(4),
    story: ["fail 1,fail 2", "fail 3", "fail 4", "recover 1", "recover 2", "recover 3"],
  },
  {
    name: "hysteresis that the start never reaches",
    lines: ["quorum 3", "hysteresis 1"],
    sorry: true,
    servers: plain(3),
    story: ["fail 1", "recover 1"],
  },
  {
    name: "the same without a sorry server",
    lines: ["quorum 3", "hysteresis 1"],
    servers: plain(3),
    story: ["fail 1", "fail 2,fail 3", "recover 1,recover 2,recover 3"],
  },
  {
    name: "hysteresis not below the quorum",
    lines: ["quorum 2", "hysteresis 5"],
    sorry: true,
    servers: plain(4),
    story: ["fail 1,fail 2", "fail 3", "fail 4", "recover 1,recover 2", "recover 3"],
  },
  {
    name: "weights 3 1 1, quorum 3",
    lines: ["quorum 3"],
    sorry: true,
    servers: weights(3, 1, 1),
    story: ["fail 2,fail 3", "recover 2,recover 3", "fail 1", "recover 1"],
  },
  {
    name: "weight 0 beside weight 1",
    sorry: true,
    servers: weights(0, 1),
    story: ["fail 1", "recover 1", "fail 2", "recover 2"],
  },
  { name: "weight 0 alone", sorry: true, servers: weights(0, 0), story: ["fail 1", "recover 1"] },
  {
    name: "inhibit_on_failure",
    servers: plain(2, ["inhibit_on_failure"]),
    story: ["fail 1", "fail 2", "recover 1", "recover 2"],
  },
  {
    name: "inhibit_on_failure and a sorry server",
    sorry: true,
    servers: plain(2, ["inhibit_on_failure"]),
    story: ["fail 1", "fail 2", "recover 2", "recover 1"],
  },
  {
    name: "inhibit_on_failure of the virtual server",
    lines: ["inhibit_on_failure"],
    servers: plain(2),
    story: ["fail 2", "recover 2"],
  },
  {
    name: "sorry_server_inhibit",
    sorry: true,
    lines: ["sorry_server_inhibit"],
    servers: plain(2),
    story: ["fail 1", "fail 2", "recover 2"],
  },
  { name: "alpha", lines: ["alpha"], servers: plain(2), down: [2], story: ["recover 2", "fail 1", "recover 1"] },
  {
    name: "alpha and a sorry server, all down",
    lines: ["alpha"],
    sorry: true,
    servers: plain(2),
    down: [1, 2],
    story: ["recover 1", "recover 2"],
  },
  {
    name: "alpha and inhibit_on_failure",
    lines: ["alpha", "inhibit_on_failure"],
    servers: plain(2),
    down: [1],
    story: ["recover 1", "fail 2"],
  },
  {
    name: "one server without a check",
    sorry: true,
    servers: [["weight 1"], tcp],
    story: ["fail 1", "fail 2", "recover 2"],
  },
  { name: "HTTP_GET", sorry: true, servers: [http, http], story: ["fail 1", "fail 2", "recover 1"] },
  { name: "two checks of one server", servers: [[...tcp, ...http], tcp], story: ["fail 1", "recover 1"] },
  { name: "MISC_CHECK", sorry: true, servers: [misc, misc], story: ["fail 2", "fail 1", "recover 2"] },
  {
    name: "one check fails, the other does not",
    servers: [(address) => [...tcp, ...misc(address)], tcp],
    story: ["break 1", "mend 1", "fail 1", "recover 1"],
  },
  {
    name: "retries",
    servers: [
      ["retry 2", "delay_before_retry 1", ...retrying],
      ["retry 2", "delay_before_retry 1", ...retrying],
    ],
    story: ["fail 1", "recover 1"],
  },
  { name: "the default retry", servers: [retrying, retrying], story: ["fail 1", "recover 1"] },
  {
    name: "the old name of a check's own retry",
    lines: ["retry 8"],
    servers: [getting("nb_get_retry 0"), http],
    story: ["fail 1", "recover 1"],
  },
  {
    name: "a server that stands twice",
    lines: ["quorum 3"],
    sorry: true,
    servers: plain(2),
    twice: true,
    story: ["fail 1", "recover 1"],
  },
  {
    name: "alpha of one real server",
    sorry: true,
    servers: [["alpha", ...tcp], tcp],
    down: [1],
    story: ["recover 1", "fail 2"],
  },
  {
    name: "alpha of one check",
    servers: [["TCP_CHECK {", "    connect_timeout 1", "    retry 0", "    alpha", "}"], tcp],
    down: [1],
    story: ["recover 1"],
  },
  {
    name: "a large weight for all",
    lines: ["weight 70000", "quorum 70001"],
    sorry: true,
    servers: plain(2),
    story: ["fail 1", "recover 1"],
  },
  {
    name: "quorum 4 of 5, hysteresis 1",
    lines: ["quorum 4", "hysteresis 1"],
    sorry: true,
    servers: plain(5),
    story: ["fail 5", "fail 4", "fail 3", "recover 3", "recover 4", "recover 5"],
  },
];

// The page about the clusters, inside a webview: hosts with what can be switched off, the addresses where they are now,
// and the table of what happens when. It gets plain values and sends back what was clicked.
const vscode = acquireVsCodeApi();
const root = document.getElementById("clusters");
const said = document.getElementById("said");
/** What the page says, in the language of the editor, by what it is in English. */
let texts = {};
/** What is switched off, in the order in which it was; the host whose events are shown. */
let state = vscode.getState() ?? { steps: [], filter: "" };

window.addEventListener("message", ({ data }) => {
  texts = data.texts ?? texts;
  if (data.clusters) show(data.clusters);
});
vscode.postMessage({ kind: "steps", steps: state.steps });

/** The text with its values in place of {0}, {1}, … */
function t(text, ...values) {
  return (texts[text] ?? text).replace(/\{(\d)\}/g, (_, index) => values[index]);
}

function show(clusters) {
  const focused = document.activeElement?.id;
  root.replaceChildren(
    ...(clusters.length === 0
      ? [element("p", {}, t("No cluster found: open the folder that holds the configurations of all its hosts."))]
      : clusters.map(section)),
  );
  if (focused) document.getElementById(focused)?.focus();
  const now = clusters.flatMap(({ routers }) =>
    routers.map(({ instance, masters }) => `${instance}: MASTER ${masters.join(t(" and ")) || t("nobody")}`),
  );
  // Screen readers say what has changed, not the whole page again.
  if (said.textContent !== now.join("; ")) said.textContent = now.join("; ");
}

function section(cluster) {
  const names = cluster.hosts.map(({ name }) => name);
  return element("section", { "aria-label": t("cluster {0}", cluster.name) }, [
    element("h1", {}, cluster.name),
    element("p", { class: "hint" }, t("Switch something off to see where the addresses go.")),
    element(
      "div",
      { class: "hosts" },
      cluster.hosts.map((host) => hostCard(host, cluster)),
    ),
    ...problems(cluster),
    element("h2", {}, t("What happens when")),
    filterOf(names),
    ...cluster.routers.map(table),
  ]);
}

function hostCard(host, cluster) {
  const isLost = host.switches.some((one) => one.step.kind === "lost" && isOff(one.step));
  const held = cluster.routers.filter(({ masters }) => masters.includes(host.name));
  return element("article", { class: isLost ? "host lost" : held.length > 0 ? "host master" : "host" }, [
    element("h3", {}, [
      link(host.name, host.location),
      element("span", { class: "state" }, isLost ? t("off") : stateOf(host, held, cluster)),
    ]),
    element(
      "ul",
      { class: "addresses", "aria-label": t("addresses on {0}", host.name) },
      held.flatMap(({ instance, addresses }) =>
        addresses.map((address) => element("li", { title: instance }, address)),
      ),
    ),
    element(
      "div",
      { class: "switches", role: "group", "aria-label": t("switches of {0}", host.name) },
      host.switches.map(({ label, step }) => switchOf(label, step, host.name)),
    ),
  ]);
}

/** FAULT where none of its instances takes part in an election. */
function stateOf({ name }, held, { routers }) {
  if (held.length > 0) return "MASTER";
  const own = routers.filter(({ members }) => members.some(({ host }) => host === name));
  return own.length > 0 && own.every(({ faults }) => faults.includes(name)) ? "FAULT" : t("backup");
}

function switchOf(label, step, host) {
  const button = element(
    "button",
    {
      type: "button",
      role: "switch",
      id: `switch-${JSON.stringify(step)}`,
      "aria-checked": String(!isOff(step)),
      "aria-label": t("{0} of {1}", label, host),
    },
    label,
  );
  button.addEventListener("click", () => {
    const steps = isOff(step) ? state.steps.filter((one) => !same(one, step)) : [...state.steps, step];
    keep({ steps });
    vscode.postMessage({ kind: "steps", steps });
  });
  return button;
}

/** Said in words too, not by colour alone. */
function problems({ routers }) {
  return routers.flatMap(({ instance, masters }) => {
    if (masters.length === 1) return [];
    const text =
      masters.length === 0
        ? t("{0}: no host holds the addresses.", instance)
        : t("{0}: {1} hold the addresses at the same time (split brain).", instance, masters.join(t(" and ")));
    return [element("p", { class: "broken", role: "alert" }, text)];
  });
}

function filterOf(names) {
  const select = element("select", { id: "filter" }, [
    element("option", { value: "" }, t("all hosts")),
    ...names.map((name) => element("option", { value: name }, name)),
  ]);
  select.value = names.includes(state.filter) ? state.filter : "";
  select.addEventListener("change", () => {
    keep({ filter: select.value });
    applyFilter();
  });
  queueMicrotask(applyFilter);
  return element("label", { class: "filter" }, [t("Events of "), select]);
}

function applyFilter() {
  for (const row of document.querySelectorAll("tr[data-hosts]")) {
    const hosts = JSON.parse(row.dataset.hosts);
    row.hidden = state.filter !== "" && hosts.length > 0 && !hosts.includes(state.filter);
  }
}

function table(router) {
  const about = [
    router.id === undefined ? undefined : `id ${router.id}`,
    router.interface === undefined ? undefined : t("on {0}", router.interface),
    router.addresses.join(", "),
  ].filter(Boolean);
  return element("div", { class: "router" }, [
    element("table", {}, [
      element("caption", {}, [
        element("strong", {}, router.instance),
        ` ${about.join(" · ")} · `,
        ...router.members.flatMap(({ host, priority, location }, index) => [
          index === 0 ? "" : " > ",
          link(`${host} (${priority})`, location),
        ]),
      ]),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          [t("event"), "MASTER", t("after"), t("why")].map((one) => element("th", { scope: "col" }, one)),
        ),
      ),
      element("tbody", {}, router.outcomes.map(row)),
    ]),
    ...router.limits.map((limit) => element("p", { class: "hint" }, limit)),
  ]);
}

function row({ event, hosts, masters, seconds, why }) {
  const attributes = { "data-hosts": JSON.stringify(hosts), ...(masters.length !== 1 && { class: "broken" }) };
  return element("tr", attributes, [
    element("th", { scope: "row" }, event),
    element("td", {}, masters.length === 0 ? t("nobody") : masters.join(t(" and "))),
    element("td", { class: "time" }, seconds === undefined ? "" : `${Number(seconds.toFixed(1))} s`),
    element("td", {}, why),
  ]);
}

function link(text, { uri, range }) {
  const button = element("button", { type: "button", class: "link", title: t("Open in the editor") }, text);
  button.addEventListener("click", () => vscode.postMessage({ kind: "open", uri, ...range.start }));
  return button;
}

function isOff(step) {
  return state.steps.some((one) => same(one, step));
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

function keep(changes) {
  state = { ...state, ...changes };
  vscode.setState(state);
}

function element(name, attributes, children = []) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...(Array.isArray(children) ? children : [children]));
  return made;
}

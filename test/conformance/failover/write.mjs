// Configurations from a few words. `@DIR@` in them is the host's own folder.

/** `{ priority: 100, script: { chk: -20 } }` and so on, as text. Undefined values are dropped. */
export function configuration({
  global = {},
  groups = {},
  instances,
  scripts = {},
  files = {},
  processes = {},
  sessions = {},
}) {
  return [
    block("global_defs", { script_user: "root", ...global }),
    ...Object.entries(scripts).map(([name, options]) =>
      block(`vrrp_script ${name}`, { script: `"/usr/bin/test ! -e @DIR@/${name}"`, interval: 1, ...options }),
    ),
    ...Object.entries(files).map(([name, options]) =>
      block(`track_file ${name}`, { file: `@DIR@/${name}`, ...options }),
    ),
    ...Object.entries(processes).map(([name, options]) =>
      block(`vrrp_track_process ${name}`, { process: `@DIR@/${name}`, full_command: true, ...options }),
    ),
    ...Object.entries(sessions).map(([name, options]) =>
      block(`bfd_instance ${name}`, { min_rx: 100, min_tx: 100, multiplier: 3, ...options }),
    ),
    ...Object.entries(groups).map(([name, { members, ...options }]) =>
      block(`vrrp_sync_group ${name}`, { group: members, ...options }),
    ),
    ...Object.entries(instances).map(([name, options]) => block(`vrrp_instance ${name}`, options)),
  ].join("\n");
}

function block(header, content, indent = "") {
  const inner = `${indent}    `;
  const lines = Object.entries(content).flatMap(([key, value]) => {
    if (value === undefined || value === false) return [];
    if (value === true) return [`${inner}${key}`];
    if (Array.isArray(value)) {
      return [`${inner}${key} {`, ...value.map((line) => `${inner}    ${line}`), `${inner}}`];
    }
    if (typeof value === "object") return [block(key, value, inner)];
    return [`${inner}${key} ${value}`];
  });
  return `${indent}${header} {\n${lines.join("\n")}\n${indent}}`.concat(indent === "" ? "\n" : "");
}

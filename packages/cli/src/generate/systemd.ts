import { type GeneratedFile, type GenerateRequest, headerOf, settingsOf, withPrefix } from "./settings.js";

/** Files for systemd-sysctl and systemd-networkd, which both read before the network is up. */
export function systemdOf(request: GenerateRequest): readonly GeneratedFile[] {
  const settings = sysctlFile(request);
  return settings === undefined ? [networkFile(request)] : [settings, networkFile(request)];
}

function sysctlFile(request: GenerateRequest): GeneratedFile | undefined {
  const settings = settingsOf(request.plan).map(([path, value]) => [path.replaceAll("/", "."), value] as const);
  if (settings.length === 0) return undefined;
  const text = [
    ...headerOf(request, "Does not answer ARP for the addresses of LVS virtual services on lo."),
    "#",
    "# Apply, before the addresses: sysctl --system",
    "# Undo, after the addresses: delete this file, then",
    ...settings.map(([name]) => `#   sysctl -w ${name}=0`),
    "#   sysctl --system",
    "",
    ...settings.map(([name, value]) => `${name} = ${value}`),
  ];
  return { path: "etc/sysctl.d/60-lvs-real-server.conf", text: `${text.join("\n")}\n` };
}

function networkFile(request: GenerateRequest): GeneratedFile {
  const { addresses } = request.plan;
  const sections = addresses.map((address) => {
    const lines = ["[Address]", `Address=${withPrefix(address)}`];
    // Answered, but never chosen as the source of the server's own connections.
    if (address.family === "ipv6") lines.push("PreferredLifetime=0", "DuplicateAddressDetection=none");
    return `${lines.join("\n")}\n`;
  });
  const header = [
    ...headerOf(request, "The addresses of LVS virtual services on lo."),
    "#",
    "# systemd-networkd takes one .network file an interface: where lo has one, put the addresses into that.",
    "# Apply: networkctl reload && networkctl reconfigure lo",
    "# Undo: delete this file, then",
    "#   networkctl reload",
    ...addresses.map((address) => `#   ip address del ${withPrefix(address)} dev lo`),
  ];
  const text = [`${header.join("\n")}\n`, "[Match]\nName=lo\n", ...sections].join("\n");
  return { path: "etc/systemd/network/10-lvs-real-server.network", text };
}

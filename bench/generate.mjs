// A large configuration that looks like a real one: instances, scripts, virtual servers, comments.

/** A configuration of about `lines` lines, the same for the same number. */
export function generateConfiguration(lines) {
  const out = ["! generated for measuring", "global_defs {", "    router_id bench", "    vrrp_version 3", "}", ""];
  for (let n = 0; out.length < lines; n += 1) {
    const octets = `${(n >> 8) & 255}.${n & 255}`;
    out.push(
      `vrrp_script check_${n} {`,
      `    script "/usr/local/bin/check --service s${n}"    # every five seconds`,
      "    interval 5",
      "    timeout 3",
      "    fall 3",
      "}",
      "",
      `vrrp_instance VI_${n} {`,
      "    state BACKUP",
      `    interface eth${Math.floor(n / 255)}`,
      `    virtual_router_id ${(n % 255) + 1}`,
      `    priority ${50 + (n % 150)}`,
      "    advert_int 1",
      "    virtual_ipaddress {",
      `        10.1.${octets}/16 dev eth${Math.floor(n / 255)} label v${n}`,
      `        10.2.${octets}/16`,
      "    }",
      "    track_script {",
      `        check_${n}`,
      "    }",
      "}",
      "",
      `virtual_server 10.1.${octets} 80 {`,
      "    delay_loop 6",
      "    lvs_sched wrr",
      "    lvs_method DR",
      "    protocol TCP",
    );
    for (let server = 1; server <= 2; server += 1) {
      out.push(
        "",
        `    real_server 10.${10 + server}.${octets} 80 {`,
        `        weight ${server}`,
        "        TCP_CHECK {",
        "            connect_timeout 3",
        "            retry 3",
        "        }",
        "    }",
      );
    }
    out.push("}", "");
  }
  // Up to the end of a block: a text with an open one is not formatted.
  return `${out.slice(0, out.lastIndexOf("}", lines - 1) + 1).join("\n")}\n`;
}

/**
 * As many virtual servers, 21 lines each: mostly blocks within blocks. Nothing in it gives a finding.
 * @param {number} count
 */
export function generateVirtualServers(count) {
  const out = ["global_defs {", "    router_id bench", "}"];
  for (let n = 0; n < count; n += 1) {
    const octets = `${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
    out.push(
      `virtual_server 10.${octets} 80 {`,
      "    delay_loop 10",
      "    lvs_sched wrr",
      "    lvs_method DR",
      "    protocol TCP",
      "",
      `    real_server 172.${16 + (n >> 16)}.${(n >> 8) & 255}.${n & 255} 80 {`,
      "        weight 1",
      "        HTTP_GET {",
      "            url {",
      "                path /health",
      "                status_code 200",
      "            }",
      "            connect_timeout 1",
      "            warmup 1",
      "            retry 2",
      "            delay_before_retry 1",
      "        }",
      "    }",
      "}",
      "",
    );
  }
  return `${out.join("\n")}\n`;
}

/**
 * As many instances, 21 lines each: mostly lines with several words. Neither we nor keepalived say anything of it.
 * @param {number} count
 */
export function generateInstances(count) {
  const out = ["global_defs {", "    router_id bench", "    vrrp_version 3", "    dynamic_interfaces", "}"];
  for (let n = 0; n < count; n += 1) {
    const octets = `${n >> 8}.${n & 255}`;

    const net = `${(n >> 16) * 8}`;
    const device = `eth${Math.floor(n / 255)}`;
    out.push(
      `vrrp_instance VI_${n} {`,
      "    state BACKUP",
      `    interface ${device}`,
      `    virtual_router_id ${(n % 255) + 1}`,
      `    priority ${50 + (n % 150)}`,
      "    advert_int 1",
      "    garp_master_delay 5",
      "    nopreempt",
      "    virtual_ipaddress {",
      `        1${net}.1.${octets}/32 dev ${device} label ${device}:v`,
      `        1${net}.2.${octets}/32`,
      `        1${net}.3.${octets}/32`,
      "    }",
      "    virtual_routes {",
      `        172.16.${octets}/32 dev ${device}`,
      "    }",
      "    track_interface {",
      "        uplink",
      "    }",
      "}",
      "",
    );
  }
  return `${out.join("\n")}\n`;
}

/**
 * As many blocks, each in the one before; the daemon reads them, whatever they are called.
 * @param {number} depth
 */
export function generateNesting(depth) {
  return `vrrp_instance VI {\n${"a {\n".repeat(depth)}${"}\n".repeat(depth)}}\n`;
}

/**
 * Pairs of hosts, each pair with a site of its own, that use the same ids in other networks.
 * @param {number} hosts
 * @param {number} instances on each host
 * @returns {Record<string, string>} texts by path
 */
export function generateClusters(hosts, instances) {
  const files = {};
  for (let host = 0; host < hosts; host += 1) {
    const site = Math.floor(host / 2);
    const first = host % 2 === 0;
    const lines = ["global_defs {", `    router_id site${site}-${first ? 1 : 2}`, "}"];
    for (let id = 1; id <= instances; id += 1) {
      lines.push(
        `vrrp_instance VI_${id} {`,
        `    state ${first ? "MASTER" : "BACKUP"}`,
        `    interface eth${id}`,
        `    virtual_router_id ${id}`,
        `    priority ${first ? 150 : 100}`,
        "    virtual_ipaddress {",
        `        10.${site}.${id}.10/24`,
        "    }",
        "}",
      );
    }
    files[`/sites/site${site}/lb${first ? 1 : 2}/keepalived.conf`] = `${lines.join("\n")}\n`;
  }
  return files;
}

/**
 * A main file whose lines come from repetitions, definitions and includes: about `lines` lines when it is read.
 * @param {string} folder where the files stand
 * @param {number} lines
 * @returns {Record<string, string>} texts by path, the main file first
 */
export function generateExpansions(folder, lines) {
  const each = 50;
  const blocks = Math.ceil(lines / (each + 6) / 2);
  const block = (name, net) => [
    `vrrp_instance ${name} {`,
    "    interface $IF",
    "    virtual_router_id 7",
    "    virtual_ipaddress {",
    `        ~SEQ(i, 1, ${each}) 10.${net >> 8}.${net & 255}.$i/16 dev $IF`,
    "    }",
    "}",
  ];
  const main = ["$IF=eth0"];
  const files = {};
  for (let n = 0; n < blocks; n += 1) {
    main.push(...block(`own_${n}`, n), `include conf.d/part${n}.conf`);
    files[`${folder}/conf.d/part${n}.conf`] = `${block(`part_${n}`, n).join("\n")}\n`;
  }
  return { [`${folder}/keepalived.conf`]: `${main.join("\n")}\n`, ...files };
}

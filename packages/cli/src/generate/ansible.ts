import { scriptName, scriptText } from "./script.js";
import { type GeneratedFile, type GenerateRequest, headerOf } from "./settings.js";

/**
 * Tasks that install the script with a unit around it: the same undoing as by hand, on every distribution with systemd,
 * and no module beyond ansible.builtin.
 */
export function ansibleOf(request: GenerateRequest): readonly GeneratedFile[] {
  const header = headerOf(request, "Ansible tasks: take the addresses of LVS virtual services.");
  const text = `---
${header.join("\n")}
#
# With lvs_real_server_state: absent everything is undone.

- name: LVS real server
  when: lvs_real_server_state | default('present') == 'present'
  become: true
  block:
    - name: Install the script
      ansible.builtin.copy:
        dest: ${scriptPath}
        mode: "0755"
        content: |
${indented(scriptText(request), 10)}
      register: lvs_real_server_script

    - name: Install the unit
      ansible.builtin.copy:
        dest: ${unitPath}
        mode: "0644"
        content: |
${indented(unit, 10)}
      register: lvs_real_server_unit

    - name: Take the addresses, now and after every boot
      ansible.builtin.systemd:
        name: ${scriptName}.service
        daemon_reload: true
        enabled: true
        state: "{{ 'restarted' if lvs_real_server_script is changed or lvs_real_server_unit is changed else 'started' }}"

- name: No LVS real server
  when: lvs_real_server_state | default('present') == 'absent'
  become: true
  block:
    - name: Look for the unit
      ansible.builtin.stat:
        path: ${unitPath}
      register: lvs_real_server_unit

    - name: Give the addresses up
      ansible.builtin.systemd:
        name: ${scriptName}.service
        enabled: false
        state: stopped
      when: lvs_real_server_unit.stat.exists

    - name: Delete the unit and the script
      ansible.builtin.file:
        path: "{{ item }}"
        state: absent
      loop:
        - ${unitPath}
        - ${scriptPath}

    - name: Let systemd forget the unit
      ansible.builtin.systemd:
        daemon_reload: true
      when: lvs_real_server_unit.stat.exists
`;
  return [{ path: `${scriptName}.yml`, text }];
}

const scriptPath = `/usr/local/sbin/${scriptName}`;
const unitPath = `/etc/systemd/system/${scriptName}.service`;

const unit = `[Unit]
Description=Addresses of LVS virtual services on the loopback interface
After=systemd-sysctl.service

[Service]
Type=oneshot
RemainAfterExit=yes
ExecStart=${scriptPath} start
ExecStop=${scriptPath} stop

[Install]
WantedBy=multi-user.target
`;

function indented(text: string, by: number): string {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => (line === "" ? "" : " ".repeat(by) + line))
    .join("\n");
}

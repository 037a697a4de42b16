/** What a text is that is no plain configuration, in the reader's language. */
import { say } from "../locale/say.js";

export const nouns = {
  "a Python script": () => say`a Python script`,
  "a Perl script": () => say`a Perl script`,
  "a shell script": () => say`a shell script`,
  "a script": () => say`a script`,
  "a terminal transcript": () => say`a terminal transcript`,
  "a patch": () => say`a patch`,
  "a web page or XML": () => say`a web page or XML`,
  JSON: () => "JSON",
  "a Dockerfile": () => say`a Dockerfile`,
  "a Makefile": () => say`a Makefile`,
  "a systemd unit": () => say`a systemd unit`,
  "a YAML file": () => say`a YAML file`,
  "a monit configuration": () => say`a monit configuration`,
  "an rsyslog configuration": () => say`an rsyslog configuration`,
  "a logrotate configuration": () => say`a logrotate configuration`,
  "an HAProxy configuration": () => say`an HAProxy configuration`,
  "an nginx configuration": () => say`an nginx configuration`,
  "a cron table": () => say`a cron table`,
  "iptables rules": () => say`iptables rules`,
  "a Puppet manifest": () => say`a Puppet manifest`,
  "a Terraform file": () => say`a Terraform file`,
  "a Markdown text": () => say`a Markdown text`,
  "an INI file": () => say`an INI file`,
  "a text whose statements end in ';', as another program's": () =>
    say`a text whose statements end in ';', as another program's`,
  "an EPP template": () => say`an EPP template`,
  "an ERB template": () => say`an ERB template`,
  "a Jinja template": () => say`a Jinja template`,
  "a Mustache template": () => say`a Mustache template`,
  "a Go template": () => say`a Go template`,
  "a template": () => say`a template`,
  "a Terraform template": () => say`a Terraform template`,
  "a template with '${…}' expressions": () => say`a template with '\${…}' expressions`,
  "UTF-16 data": () => say`UTF-16 data`,
  "binary data": () => say`binary data`,
};

export type Noun = keyof typeof nouns;

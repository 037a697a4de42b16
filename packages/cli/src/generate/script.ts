import { type GeneratedFile, type GenerateRequest, headerOf, settingsOf, withPrefix } from "./settings.js";

export const scriptName = "lvs-real-server";

/** A POSIX script that needs nothing but iproute2 (or busybox) and /proc. */
export function scriptOf(request: GenerateRequest): readonly GeneratedFile[] {
  return [{ path: scriptName, text: scriptText(request), executable: true }];
}

export function scriptText(request: GenerateRequest): string {
  const { plan } = request;
  const addresses = plan.addresses.map(withPrefix);
  const settings = settingsOf(plan).map(([path, value]) => `${path}=${value}`);
  return `#!/bin/sh
${headerOf(request, "Takes the addresses of LVS virtual services without answering ARP for them.").join("\n")}
#
# Usage: ${scriptName} start|stop|restart|status
# 'start' notes what it changes, and 'stop' undoes that and nothing else. Both may be called twice.
# 'status' exits with 0 if all is in place, else with 3.

set -u

addresses='${addresses.join("\n")}'
settings='${settings.join("\n")}'
state=\${LVS_REAL_SERVER_STATE:-/run/${scriptName}.state}
failed=0

${body}`;
}

// No "{{", "{%" or "{#" may stand in here: Ansible copies it through a template.
const body = `complain() {
  printf '%s: %s\\n' "$0" "$1" >&2
  failed=1
}

# Nothing is changed that could not be noted: it could not be undone.
note() {
  printf '%s\\n' "$1" >>"$state" || {
    complain "cannot write $state"
    exit 1
  }
}

has_address() {
  [ -n "$(ip address show dev lo to "$1" 2>/dev/null)" ]
}

value_of() {
  cat "/proc/sys/$1" 2>/dev/null
}

set_value() {
  printf '%s\\n' "$2" 2>/dev/null >"/proc/sys/$1" || complain "cannot set $1 to $2"
}

start() {
  # First the settings: an address without them is announced at once, and takes the service from the director.
  for setting in $settings; do
    key=\${setting%=*}
    wanted=\${setting#*=}
    before=$(value_of "$key")
    if [ -z "$before" ]; then
      complain "there is no /proc/sys/$key"
    elif [ "$before" != "$wanted" ]; then
      grep -qs "^setting $key " "$state" || note "setting $key $before $wanted"
      set_value "$key" "$wanted"
    fi
  done
  [ "$failed" -eq 0 ] || return
  for address in $addresses; do
    has_address "$address" && continue
    grep -qsxF "address $address" "$state" || note "address $address"
    case $address in
      # Deprecated from the start: answered, but never chosen as the source of the server's own connections.
      *:*) ip address add "$address" dev lo nodad preferred_lft 0 || complain "cannot add $address" ;;
      *) ip address add "$address" dev lo || complain "cannot add $address" ;;
    esac
  done
}

stop() {
  [ -f "$state" ] || return 0
  # First the addresses, for the same reason.
  while read -r kind name _; do
    if [ "$kind" = address ] && has_address "$name"; then
      ip address del "$name" dev lo || complain "cannot delete $name"
    fi
  done <"$state"
  [ "$failed" -eq 0 ] || return
  while read -r kind name before wanted; do
    # What somebody else has set since then stays.
    if [ "$kind" = setting ] && [ "$(value_of "$name")" = "$wanted" ]; then
      set_value "$name" "$before"
    fi
  done <"$state"
  [ "$failed" -ne 0 ] || rm -f "$state"
}

status() {
  missing=0
  for address in $addresses; do
    if has_address "$address"; then
      echo "$address is on lo"
    else
      echo "$address is not on lo"
      missing=1
    fi
  done
  for setting in $settings; do
    key=\${setting%=*}
    now=$(value_of "$key")
    if [ "$now" = "\${setting#*=}" ]; then
      echo "$key is $now"
    else
      echo "$key is \${now:-missing}, not \${setting#*=}"
      missing=1
    fi
  done
  [ "$missing" -eq 0 ] || failed=3
}

case \${1:-} in
  start) start ;;
  stop) stop ;;
  restart)
    stop
    [ "$failed" -eq 0 ] && start
    ;;
  status) status ;;
  *)
    echo "usage: $0 start|stop|restart|status" >&2
    exit 2
    ;;
esac
exit "$failed"
`;

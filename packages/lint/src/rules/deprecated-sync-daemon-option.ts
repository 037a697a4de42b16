import { checkValue, type EffectiveWord, statementsAt } from "@kalint/daemon";
import { knownIn, type Option, say, type Version } from "@kalint/schema";
import { defineHostRule } from "../define.js";
import { exampleInstance } from "../examples.js";
import type { Fix } from "../types.js";

export const deprecatedSyncDaemonOption = defineHostRule({
  id: "deprecated-sync-daemon-option",
  category: "daemon",
  severity: "warning",
  summary: "`lvs_sync_daemon` with an instance and an id without `inst` and `id`, or with `inst` twice.",
  why: "Older releases expected interface, instance and id in this order. keepalived still understands that form but reports an id without its keyword; of two instances it uses the first.",
  advice: "Write `lvs_sync_daemon INTERFACE inst INSTANCE id NUMBER`.",
  fixable: "safe",
  restsOn: "line",
  since: "0.1.0",
  source: "keepalived 2.4.3, core/global_parser.c: lvs_syncd_handler",
  bad: [
    {
      files: `global_defs {
    lvs_sync_daemon eth0 web 5
}

${exampleInstance()}`,
    },
  ],
  good: [
    {
      target: "2.0.20",
      files: `global_defs {
    lvs_sync_daemon eth0 web
}

${exampleInstance()}`,
    },
    {
      files: `global_defs {
    lvs_sync_daemon eth0 inst web id 5
}

${exampleInstance()}`,
    },
  ],
  check(host, report) {
    const [statement] = statementsAt(host, "global_defs/lvs_sync_daemon");
    const { words = [], keyword } = statement ?? {};
    const all = keyword?.arguments.flatMap((argument) => (argument.type === "options" ? argument.options : [])) ?? [];
    // A release that does not know the word takes the value without it alone.
    const options = knownIn(all, host.effective.target);
    const takesInstance = options.some(({ name }) => name === "inst");
    let instance: EffectiveWord | undefined;
    for (let at = 2; at < words.length; at += 1) {
      const word = words[at]!;
      if (at === 2 && !takesInstance) instance = word;
      else if (word.value === "inst") {
        at += 1;
        const next = words[at];
        if (next && instance) {
          report({
            place: next.place,
            message: say`the instance is already ${instance.value}: ${next.value} is ignored`,
            help: say`Remove one of the two.`,
            severity: "error",
            daemon: true,
          });
        }
        instance ??= next;
      } else if (options.some(({ name, positional }) => name === word.value && !positional)) at += 1;
      else if (at === 2) {
        instance = word;
        report({
          place: word.place,
          message: say`${word.value} needs inst before it`,
          severity: "info",
          fixes: before(word, "inst"),
        });
      } else if (at === 3 && isId(word.value, options, host.effective.target)) {
        report({
          place: word.place,
          message: say`${word.value} needs id before it`,
          fixes: before(word, "id"),
          daemon: true,
        });
      }
    }
  },
});

function isId(text: string, options: readonly Option[], target: Version): boolean {
  const argument = options.find(({ word }) => word === 3)?.arguments[0];
  return argument !== undefined && checkValue(text, argument, target) === undefined;
}

function before(word: EffectiveWord, name: string): readonly Fix[] {
  if (word.expanded) return [];
  const edit = { ...word.place, end: word.place.start, text: `${name} ` };
  return [{ title: say`write \`${name} ${word.value}\``, safe: true, edits: [edit] }];
}

import type { DescribedCommand, DescribedOption, Value } from "./describe.js";

/** A script for zsh's own completion system, to be read or to lie as `_kalint` on the function path. */
export function zshScript(commands: readonly DescribedCommand[]): string {
  return `#compdef kalint
# zsh completion for kalint: source <(kalint completions zsh)

${functionsOf("_kalint", commands, "_kalint_check")}
if [ "$funcstack[1]" = "_kalint" ]; then
    _kalint "$@"
else
    compdef _kalint kalint
fi
`;
}

/** One function for a list of commands, and one for each of them. `otherwise`: what is meant where none is named. */
function functionsOf(name: string, commands: readonly DescribedCommand[], otherwise: string): string {
  const entries = commands.map((command) => `            ${quoted(`${colons(command.name)}:${command.summary}`)}`);
  const chosen = commands.map(
    (command) => `        ${command.name}) shift words; (( CURRENT-- )); ${name}_${id(command)} ;;`,
  );
  return `${name}() {
    if (( CURRENT == 2 )) && [[ "$words[2]" != -* ]]; then
        local -a commands
        commands=(
${entries.join("\n")}
        )
        _describe -t commands command commands${otherwise === "" ? "" : "\n        _files"}
        return
    fi
    case "$words[2]" in
${chosen.join("\n")}${otherwise === "" ? "" : `\n        *) ${otherwise} ;;`}
    esac
}

${commands.map((command) => functionOf(`${name}_${id(command)}`, command)).join("\n")}`;
}

function functionOf(name: string, command: DescribedCommand): string {
  if (command.commands.length > 0) return functionsOf(name, command.commands, "");
  const argument = command.argument && `${quoted(`*:${command.name}:${action(command.argument)}`)}`;
  const specs = [...command.options.map(specOf), ...(argument === undefined ? [] : [argument])];
  return `${name}() {
    _arguments -S ${specs.map((spec) => `\\\n        ${spec}`).join(" ")}
}
`;
}

function specOf({ short, long, summary, value, repeatable }: DescribedOption): string {
  const text = `[${summary.replace(/[[\]\\:]/g, "\\$&")}]${value === undefined ? "" : `:value:${action(value)}`}`;
  if (repeatable) return quoted(`*${long}${text}`);
  if (short === undefined) return quoted(`${long}${text}`);
  return `${quoted(`(${short} ${long})`)}{${short},${long}}${quoted(text)}`;
}

function action(value: Value): string {
  switch (value.kind) {
    case "words":
      return value.joined ? `compadd -S "" -- ${value.words.join(" ")}` : `(${value.words.join(" ")})`;
    case "file":
      return "_files";
    case "folder":
      return "_files -/";
    default:
      return " ";
  }
}

function id({ name }: DescribedCommand): string {
  return name.replaceAll("-", "_");
}

function colons(text: string): string {
  return text.replaceAll(":", "\\:");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

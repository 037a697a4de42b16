import type { DescribedCommand, Value } from "./describe.js";

/**
 * A script for bash 3.2 and newer, without the package bash-completion. Where it proposes nothing bash itself proposes
 * files.
 */
export function bashScript(commands: readonly DescribedCommand[]): string {
  const names = commands.map(({ name }) => name);
  const all = commands.flatMap((command) => [
    { path: command.name, command },
    ...command.commands.map((below) => ({ path: `${command.name} ${below.name}`, command: below })),
  ]);
  return `# bash completion for kalint: eval "$(kalint completions bash)"
_kalint() {
    local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command=check
    # bash splits an option from its value at the equals sign.
    if [ "$current" = "=" ]; then
        current=
    elif [ "$previous" = "=" ]; then
        previous="\${COMP_WORDS[COMP_CWORD-2]}"
    fi
    COMPREPLY=()
    if [ "$COMP_CWORD" -gt 1 ]; then
        case "\${COMP_WORDS[1]}" in
            ${names.join(" | ")}) command="\${COMP_WORDS[1]}" ;;
        esac
        if [ "$COMP_CWORD" -gt 2 ]; then
            case "$command \${COMP_WORDS[2]}" in
                ${nested(commands)}) command="$command \${COMP_WORDS[2]}" ;;
            esac
        fi
    elif [ "\${current#-}" = "$current" ]; then
        COMPREPLY=($(compgen -W "${names.join(" ")}" -- "$current"))
        return
    fi
    case "$command:$previous" in
${all.flatMap(({ path, command }) => valueCases(path, command)).join("\n")}
    esac
    case "$command:$current" in
${all.map(({ path, command }) => wordCases(path, command)).join("\n")}
    esac
}
complete -o bashdefault -o default -F _kalint kalint
`;
}

function nested(commands: readonly DescribedCommand[]): string {
  const paths = commands.flatMap(({ name, commands: below }) => below.map((each) => `"${name} ${each.name}"`));
  return paths.length === 0 ? '""' : paths.join(" | ");
}

/** What follows an option; nothing, and so files, where nobody can know. */
function valueCases(path: string, { options }: DescribedCommand): readonly string[] {
  return options.flatMap(({ short, long, value }) => {
    if (value === undefined) return [];
    const names = [short, long].flatMap((name) => (name === undefined ? [] : [`"${path}:${name}"`]));
    return [`        ${names.join(" | ")}) ${propose(value)}return ;;`];
  });
}

function propose(value: Value): string {
  if (value.kind !== "words") return "";
  const space = value.joined ? "compopt -o nospace 2>/dev/null; " : "";
  return `${space}COMPREPLY=($(compgen -W "${value.words.join(" ")}" -- "$current")); `;
}

function wordCases(path: string, { options, argument, commands }: DescribedCommand): string {
  const names = options.map(({ long }) => long).join(" ");
  const words =
    commands.length > 0 ? commands.map(({ name }) => name) : argument?.kind === "words" ? argument.words : [];
  const proposed = `        "${path}:-"*) COMPREPLY=($(compgen -W "${names}" -- "$current")) ;;`;
  if (words.length === 0) return proposed;
  return `${proposed}\n        "${path}:"*) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$current")) ;;`;
}

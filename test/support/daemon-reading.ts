/**
 * What keepalived would take from a text before it looks at any keyword: an independent reading, line by line, against which the tree
 * and the formatter are checked. Source: keepalived 2.4.3, lib/parser.c (read_line, decomment, alloc_strvec, is_include).
 * References are not expanded; where a line holds one, the rest of the line is compared as it is written.
 */
export function daemonReading(text: string): readonly string[] {
  const first = readPass(text);
  const second = readPass(first.copy.map((line) => `${line}\n`).join(""));
  return [...first.reading, "second pass", ...second.reading];
}

interface Pass {
  readonly reading: readonly string[];
  readonly copy: readonly string[];
}

function readPass(text: string): Pass {
  const reading: string[] = [];
  const copy: string[] = [];
  let open = false;
  for (const raw of physicalLines(text)) {
    const line = raw.replace(/[\r\n]+$/, "");
    if (line === "") {
      if (open) reading.push("definition ends");
      open = false;
      copy.push("");
      continue;
    }
    const code = withoutComment(line);
    copy.push(/^include[rmwba]?[ \t\f\v\r]/.test(code) ? "" : code);
    if (code === "") {
      // A line that was not empty before its comment went is skipped here, and empty in the copy.
      if (open) reading.push("skipped line in definition");
      continue;
    }
    if (open) {
      reading.push(`definition: ${code}`);
      open = code.endsWith("\\");
      continue;
    }
    open = readLine(code, reading);
    reading.push("line end");
  }
  return { reading: withoutPlainLineEnds(reading), copy };
}

/** Lines of at most 1023 bytes; what is longer, or holds a NUL, is dropped the way the daemon drops it. */
function physicalLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/(?<=\n)/)) {
    if (line.includes("\0")) {
      lines.push(line.endsWith("\n") ? "" : line.slice(0, line.indexOf("\0")));
      continue;
    }
    if (line.length * 3 <= 1022) {
      lines.push(line);
      continue;
    }
    const bytes = Buffer.from(line);
    let from = 0;
    while (bytes.length - from > 1023 || (bytes.length - from === 1023 && bytes[bytes.length - 1] !== 0x0a)) {
      lines.push("over-long");
      from += 1023;
    }
    lines.push(bytes.subarray(from).toString());
  }
  return lines;
}

function withoutComment(line: string): string {
  let kept = "";
  let quoted = false;
  let continued = false;
  const code = line.replace(/^[ \t]+/, "");
  for (let at = 0; at < code.length; at++) {
    const character = code[at]!;
    if (character === "\\") {
      const next = code[at + 1];
      if (next === undefined) {
        continued = true;
        break;
      }
      kept += !quoted && (next === "#" || next === "!") ? next : character + next;
      at++;
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === "#" || character === "!")) break;
    kept += character;
  }
  kept = kept.replace(/[ \t]+$/, "");
  return continued ? `${kept}\\` : kept;
}

/** One physical line: prefixes, then what stands before, at and behind each brace. True where it opens a definition of several lines. */
function readLine(code: string, reading: string[]): boolean {
  let rest = code;
  for (;;) {
    const condition = /^@(\^?)([^ \t]*)([ \t]*)/.exec(rest);
    if (condition !== null) {
      reading.push(`condition ${condition[0].trim()}`);
      rest = rest.slice(condition[0].length);
      if (rest === "") return false;
    }
    if (/^\$[A-Za-z_]\w*=/.test(rest)) {
      const name = rest.slice(0, rest.indexOf("=") + 1);
      reading.push(`definition: ${name}${rest.slice(name.length).replace(/^[ \t]+/, "")}`);
      return rest.endsWith("\\");
    }
    if (/^~(SEQ|LST)/.test(rest)) {
      const directive = /^~(?:SEQx?|LST)[ \t]*\([^)]*\)[ \t]*/.exec(rest);
      reading.push(`repetition ${directive?.[0].trim() ?? rest}`);
      if (directive === null) return false;
      rest = rest.slice(directive[0].length);
      if (rest === "") return false;
      if (rest.startsWith("@") && condition !== null) reading.push("second condition");
      continue;
    }
    if (/^include[rmwba]?[ \t\f\v\r]+[^ \t\f\v\r]/.test(rest)) {
      reading.push(`include ${rest.replace(/^include[rmwba]?[ \t\f\v\r]/, "").replace(/^[ \t]+/, "")}`);
      return false;
    }
    const reference = rest.indexOf("$");
    const brace = braceIn(rest);
    const part = brace === -1 ? rest : brace === 0 ? rest[0]! : rest.slice(0, brace);
    if (reference !== -1) reading.push(`as written: ${rest.slice(reference)}`);
    if (part !== "") reading.push(JSON.stringify([wordsOf(part), scriptWordsOf(part)]));
    if (brace === -1) return false;
    rest = (brace === 0 ? rest.slice(1).replace(/^[ \t]+/, "") : rest.slice(brace)).replace(/[ \t]+$/, "");
    if (rest === "") return false;
    if (!/^[{}]/.test(rest) || brace === 0) reading.push("residue");
  }
}

function braceIn(code: string): number {
  if (/^[{}]/.test(code)) return 0;
  return /^[^"{}]*(?:"[^"]*"[^"{}]*)*(?=[{}])/.exec(code)?.[0].length ?? -1;
}

function wordsOf(code: string): readonly string[] {
  return code.match(/"[^"]*"?|[^ \t\f\v\r"]+/g) ?? [];
}

/** As the keywords that take scripts split their line: both quotes hold blanks, also inside a word. */
function scriptWordsOf(code: string): readonly string[] {
  return code.match(/(?:\\[\s\S]|"(?:\\[\s\S]|[^"\\])*(?:"|$)|'(?:\\[\s\S]|[^'\\])*(?:'|$)|[^ \t\f\v\r"'\\])+/g) ?? [];
}

/** A line's end matters to what a condition or a repetition covers, and to nothing else. */
function withoutPlainLineEnds(reading: readonly string[]): string[] {
  const kept: string[] = [];
  let covers = false;
  for (const entry of reading) {
    if (entry.startsWith("condition") || entry.startsWith("repetition")) covers = true;
    if (entry === "residue") continue;
    if (entry === "line end") {
      if (covers) kept.push(entry);
      covers = false;
    } else kept.push(entry);
  }
  return kept;
}

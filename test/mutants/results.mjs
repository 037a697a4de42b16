import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { packages } from "./sample.mjs";

const file = fileURLToPath(new URL("RESULTS.md", import.meta.url));
const columns = ["tried", "killed", "survived", "uncovered", "seed", "windows", "minutes"];

export function scoreOf(mutants) {
  const count = (some) => mutants.filter(({ status }) => some.includes(status)).length;
  return {
    tried: mutants.length,
    killed: count(["Killed", "Timeout"]),
    survived: count(["Survived"]),
    uncovered: count(["NoCoverage"]),
  };
}

/** Puts the score of one package into its row of RESULTS.md; the others keep theirs. */
export function keepScore(name, score) {
  const scores = { ...keptScores(), [name]: score };
  const rows = Object.keys(packages).flatMap((each) => (scores[each] ? [rowOf(each, scores[each])] : []));
  writeFileSync(
    file,
    `<!-- Written by npm run mutants. -->

# Small changes of the code, and how many of them the tests notice

${sentenceOf(Object.values(scores))}

| package | tried | noticed | survived | where no test comes | score | seed | windows | minutes |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`,
  );
}

function sentenceOf(scores) {
  const sum = (column) => scores.reduce((total, score) => total + Number(score[column]), 0);
  return `${sum("killed")} of ${sum("tried")} noticed, ${percent(sum("killed"), sum("tried"))}.`;
}

function rowOf(name, score) {
  const { tried, killed, survived, uncovered, seed, windows, minutes } = score;
  return `| ${[name, tried, killed, survived, uncovered, percent(killed, tried), seed, windows, minutes].join(" | ")} |`;
}

function keptScores() {
  if (!existsSync(file)) return {};
  const rows = [...readFileSync(file, "utf8").matchAll(/^\| (\w+) \| (\d.*) \|$/gm)];
  return Object.fromEntries(
    rows.map(([, name, cells]) => {
      const numbers = cells.split(" | ").filter((cell) => !cell.endsWith("%"));
      return [name, Object.fromEntries(columns.map((column, index) => [column, numbers[index]]))];
    }),
  );
}

function percent(part, whole) {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

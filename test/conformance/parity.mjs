// Compares what kalint claims (`daemon: true`) with what keepalived said, line by line.

/** Counts for a set of files; `add` takes one file's verdict and kalint's diagnostics of it. */
export function parity() {
  const counts = {
    files: 0,
    verdicts: 0,
    accepted: 0,
    falseComplaints: 0,
    said: 0,
    found: 0,
    claimed: 0,
    right: 0,
    unplaced: 0,
  };
  const disagreements = [];
  return {
    counts,
    disagreements,
    add(file, verdict, diagnostics) {
      if (verdict.verdict === "inconclusive") return;
      counts.files += 1;
      const claims = diagnostics.filter((diagnostic) => diagnostic.daemon === true);
      const theirs = new Set(Object.keys(verdict.lines).map(Number));
      // After a fatal message keepalived reads no further: what we say of later lines is neither right nor wrong.
      const last = verdict.verdict === "fatal" ? Math.max(0, ...theirs) : Number.POSITIVE_INFINITY;
      const ours = new Map();
      for (const claim of claims) {
        const line = lineOf(claim);
        if (line !== null && line <= last) ours.set(line, claim);
      }
      const complains = verdict.verdict !== "clean";
      if (complains === claims.length > 0) counts.verdicts += 1;
      else disagreements.push(`${file}: verdict ${verdict.verdict}, we claim ${claims.length}`);
      if (!complains) {
        counts.accepted += 1;
        if (claims.length > 0) counts.falseComplaints += 1;
      }
      for (const line of theirs) {
        counts.said += 1;
        if (ours.has(line)) counts.found += 1;
        else disagreements.push(`${file}:${line}: missed: ${verdict.lines[line][0]}`);
      }
      for (const [line, claim] of ours) {
        counts.claimed += 1;
        if (theirs.has(line)) counts.right += 1;
        else disagreements.push(`${file}:${line}: wrong: ${claim.rule}: ${claim.message}`);
      }
      const unplaced = claims.some((claim) => lineOf(claim) === null);
      if (verdict.unplaced.length > 0 === unplaced) counts.unplaced += 1;
      else if (verdict.verdict !== "fatal") {
        disagreements.push(
          `${file}: ${unplaced ? "wrong: a complaint without a line" : `missed: ${verdict.unplaced[0]}`}`,
        );
      }
    },
  };
}

/** The line that a claim says keepalived names: a number, or `null`. */
function lineOf(diagnostic) {
  return diagnostic.daemonLine === undefined ? diagnostic.range.start.line : diagnostic.daemonLine;
}

/** The four measures, as fractions; 1 where there was nothing to measure. */
export function measures({ counts }) {
  const share = (part, whole) => (whole === 0 ? 1 : part / whole);
  return {
    verdict: share(counts.verdicts, counts.files),
    falseComplaints: counts.accepted === 0 ? 0 : counts.falseComplaints / counts.accepted,
    recall: share(counts.found, counts.said),
    precision: share(counts.right, counts.claimed),
    unplaced: share(counts.unplaced, counts.files),
  };
}

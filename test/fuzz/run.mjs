// Random texts through every way into kalint, for as long as you like:
//   npm run fuzz -- [--minutes N] [--seed S] [--count TEXTS] [--entry NAME] [--show N]
// One execution is one text through one entry (test/fuzz/entries). The first seed is printed: with it the same texts
// come again. A failure is made as short as it can be, and shown with the command that shows it again. Files of
// ../shared/corpus take part where they are (KALINT_SHARED=FOLDER). Prints, last, `N passed, N failed`: entries.
import { runBundled } from "../support/bundle.mjs";

await runBundled("test/fuzz/main.ts");

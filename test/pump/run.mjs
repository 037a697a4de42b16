// Twice the text takes twice the work: npm run pump [-- --only PART-OF-A-NAME]
// Every construct is repeated until its work can be measured, then doubled twice; CPU time may grow by 2.5 each time. The
// least of several runs counts, and what looks steeper is measured again. Prints, last, `N passed, N failed`.
import { runBundled } from "../support/bundle.mjs";

await runBundled("test/pump/main.ts");

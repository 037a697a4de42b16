import { defineHostRule } from "../define.js";

export const unusedSuppression = defineHostRule({
  id: "unused-suppression",
  category: "style",
  severity: "warning",
  summary: "A `kalint-disable` comment that suppresses nothing.",
  why: "The finding that it was written for is gone, or the rule's name is misspelled. If the comment stays, it can hide the next mistake on that line.",
  advice: "Remove the comment, or correct the name in it.",
  fixable: "safe",
  restsOn: "line",
  since: "0.1.0",
  source: "advice, and no claim about keepalived",
  bad: [
    { files: "# kalint-disable-next-line unknown-keyword -- an old name\nglobal_defs {\n    router_id lb1\n}\n" },
    { files: "global_defs {\n    router_id lb1 # kalint-disable-line unknown-keywrd\n}\n" },
  ],
  good: [
    {
      files:
        "global_defs {\n    # kalint-disable-next-line unknown-keyword -- read by our own wrapper\n    our_router_id lb1\n    router_id lb1\n}\n",
    },
  ],
  // What other rules have found is needed for this: engine/suppress.ts reports it when they are done.
  check() {},
});

import { truth } from "./arguments.js";
import type { KeywordEntry } from "./entry.js";

export const fileCheck: KeywordEntry = {
  name: "FILE_CHECK",
  kind: "block",
  since: "2.1.0",
  summary:
    "Takes the state or weight of the server from the number in a file, through a `track_file` defined earlier in the configuration. It reacts as soon as the file changes and needs no interval. A missing or unreadable number counts as 0. Since 2.1.0.",
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      name: "track_file",
      kind: "option",
      since: "2.1.0",
      summary:
        "Name of the `track_file` block to follow, not a path. The block must be defined earlier in the configuration; an unknown name is an error and the check is dropped.",
      arguments: [{ name: "name", type: "reference", to: "track_file", defined: "before" }],
      required: "always",
      badValue: "ignored",
    },
    {
      name: "weight",
      kind: "option",
      since: "2.1.0",
      summary:
        "Factor for the number in the file; the product is added to the server's weight. Defaults to that of the `track_file`, else 1. With `0`, any number but 0 takes the server out of service. `reverse` inverts the sign or, with `0`, the meaning. A weight below 0 counts as 0, but the server still counts as up.",
      arguments: [
        { name: "weight", type: "int", min: -2_147_483_647, max: 2_147_483_647 },
        {
          name: "direction",
          type: "enum",
          values: [
            {
              value: "reverse",
              summary:
                "Inverts the sign of the product; with weight 0 the server is out of service while the number is 0.",
            },
            { value: "noreverse", summary: "Leaves the sign as it is, as if the word were omitted." },
          ],
          caseSensitive: true,
          optional: true,
        },
      ],
      inherits: ["track_file/weight"],
      missingArgument: "error",
      badValue: "ignored",
    },
  ],
};

export const bfdCheck: KeywordEntry = {
  name: "BFD_CHECK",
  kind: "block",
  since: "2.0.0",
  summary:
    "Ties the server to the state of a `bfd_instance`: it leaves service as soon as the session goes down and returns when it is up. Detects a dead path in milliseconds, but says nothing about the service: combine it with another check. Requires a build with BFD.",
  features: ["bfd"],
  note: "Words between the keyword and the brace are ignored.",
  children: [
    {
      name: "name",
      kind: "option",
      since: "2.0.0",
      summary:
        "The `bfd_instance` to follow. It must be defined earlier in the configuration and report to the checker process. An unknown, missing or second name drops the whole check.",
      arguments: [{ name: "name", type: "reference", maxLength: 31, to: "bfd_instance", defined: "before" }],
      required: "always",
      missingArgument: "error",
      badValue: "block-dropped",
      repetition: "block-dropped",
      surplusWords: "block-dropped",
      note: "A real server can have at most one checker per bfd_instance.",
    },
    {
      name: "alpha",
      kind: "option",
      since: "2.0.0",
      summary:
        "Keeps the server out of service after a start until the BFD session is up; defaults to the real server's setting. Without it, the server counts as up until the session reports a change.",
      arguments: [truth],
      inherits: ["virtual_server/real_server/alpha"],
      missingArgument: "allowed",
      badValue: "ignored",
    },
  ],
};

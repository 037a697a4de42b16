import { name } from "./arguments.js";
import type { KeywordEntry, SharedEntry } from "./entry.js";

/** The same in both spellings of the block. */
const trackFileOptions = {
  file: {
    name: "file",
    kind: "option",
    arguments: [{ name: "file", type: "path" }],
    required: "always",
    missingArgument: "error",
    repetition: "first-wins",
  },
  weight: {
    name: "weight",
    kind: "option",
    arguments: [
      { name: "weight", type: "int", min: -254, max: 254 },
      {
        name: "direction",
        type: "enum",
        values: [
          {
            value: "reverse",
            summary: "Inverts the sign of the weight; with weight 0, the number 0 instead of any other means `FAULT`.",
          },
        ],
        caseSensitive: true,
        optional: true,
        since: "2.0.18",
      },
    ],
    default: "1",
    missingArgument: "error",
    badValue: "default",
    fallback: "1",
    repetition: "first-set",
  },
  init_file: {
    name: "init_file",
    kind: "option",
    summary:
      "Creates the file at start with this number (default `0`) if it does not exist; with `overwrite`, the number replaces the existing content. Without the line, a missing file is not created and counts as 0.",
    arguments: [
      {
        name: "options",
        type: "options",
        options: [
          {
            name: "<value>",
            since: "2.0.0",
            summary: "Number to write into the file; default `0`.",
            positional: true,
            arguments: [
              {
                name: "value",
                type: "int",
                min: -254,
                max: 254,
                plus: false,
                note: "A number outside -254 to 254 is reported, and used. Of several numbers the last one counts.",
              },
            ],
          },
          {
            name: "overwrite",
            since: "2.0.0",
            summary: "Writes the number at every start, even if the file exists; a reload does not change it.",
            arguments: [],
          },
        ],
      },
    ],
    default: "no file is created",
    missingArgument: "allowed",
    badValue: "kept",
    surplusWords: "error",
  },
} as const satisfies Record<string, SharedEntry>;

export const trackFile: KeywordEntry = {
  name: "track_file",
  kind: "block",
  since: "2.1.0",
  summary:
    "Watches a file that contains a number, with which other programs control priorities, faults and real server weights; it is read whenever it changes. `track_file` blocks and `FILE_CHECK` refer to it; define it before it is used. Releases before 2.1.0 call it `vrrp_track_file`.",
  arguments: [name],
  defines: "track_file",
  missingArgument: "fatal",
  processes: ["vrrp", "checker"],
  features: ["vrrp-or-lvs"],
  children: [
    {
      ...trackFileOptions.file,
      since: "2.1.0",
      summary:
        "Path of the file; required, and its directory must exist. Newer releases also refuse read-only and unsuitable file systems such as `/proc`, `/sys` and NFS, where changes cannot be detected. Replace the file atomically, so that no half-written number is read.",
    },
    {
      ...trackFileOptions.weight,
      since: "2.1.0",
      summary:
        "Factor for the number in the file; default `1`, `reverse` inverts the sign. The product is added to the priority, and below -253 it means `FAULT`; with `0` any number but 0 does. A line that tracks the file can give its own weight.",
    },
    { ...trackFileOptions.init_file, since: "2.1.0" },
  ],
};

export const vrrpTrackFile: KeywordEntry = {
  name: "vrrp_track_file",
  kind: "block",
  since: "2.0.0",
  summary:
    "Old name of `track_file`, logged as deprecated. Use it only where hosts older than 2.1.0 read the same file.",
  arguments: [name],
  defines: "track_file",
  missingArgument: "fatal",
  deprecated: { since: "2.1.0", replacement: "track_file", reported: "logged" },
  processes: ["vrrp", "checker"],
  features: ["vrrp-or-lvs", "vrrp"],
  children: [
    {
      ...trackFileOptions.file,
      since: "2.0.0",
      summary:
        "Path of the file; required, and its directory must exist. Replace the file atomically, so that no half-written number is read.",
    },
    {
      ...trackFileOptions.weight,
      since: "2.0.0",
      summary:
        "Factor for the number in the file; default `1`, `reverse` inverts the sign. The product is added to the priority, and below -253 it means `FAULT`. With `0` any number but 0 means `FAULT`.",
    },
    { ...trackFileOptions.init_file, since: "2.0.0" },
  ],
};

/** What the command alone says, in Simplified Chinese: beside the messages that every program has (`@kalint/schema`). */
import type { CommandTemplate } from "@kalint/schema";
import { check } from "./check.js";
import { commands } from "./commands.js";
import { failover } from "./failover.js";
import { files } from "./files.js";
import { help } from "./help.js";
import { options } from "./options.js";
import { releases } from "./releases.js";

export const messages: Readonly<Record<CommandTemplate, string>> = {
  ...check,
  ...commands,
  ...failover,
  ...files,
  ...help,
  ...options,
  ...releases,
};

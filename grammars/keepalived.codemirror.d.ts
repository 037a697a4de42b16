import type { StreamParser } from "@codemirror/language";

export declare const keepalived: StreamParser<unknown>;

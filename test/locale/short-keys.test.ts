import { expect, test } from "vitest";
import { messages as commandMessages } from "../../packages/cli/src/locale/zh-cn/index.js";
import { shortKey } from "../../packages/schema/src/locale/key.js";
import { say, speak } from "../../packages/schema/src/locale/say.js";
import { catalogue } from "../../packages/schema/src/locale/zh-cn/index.js";

test("no two messages have one short key, so that a bundle holds each", () => {
  const templates = Object.keys({ ...catalogue.messages, ...commandMessages });
  expect(new Set(templates.map(shortKey)).size).toBe(templates.length);
});

test("a catalogue with short keys says the same", () => {
  const messages = Object.fromEntries(Object.entries(catalogue.messages).map(([key, text]) => [shortKey(key), text]));
  speak({ ...catalogue, messages, keyOf: shortKey });
  const said = say`nothing tracks vrrp_script ${"up"}: it never runs`;
  speak(undefined);
  expect(said).toBe("没有任何对象跟踪 vrrp_script up：它从不运行");
});

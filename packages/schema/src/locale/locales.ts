/** Which languages there are, and which one a reader has asked for. */
import { type Catalogue, speak } from "./say.js";

/** English is what the sources say. */
export const locales = ["en", "zh-CN"] as const;
export type Locale = (typeof locales)[number];

/**
 * The language behind a name as programs write it: `zh_CN.UTF-8`, `zh-cn`, `zh-Hans-CN`, `C`. `undefined` where kalint
 * does not have it; who reads traditional characters is not given simplified ones.
 */
export function localeOf(name: string): Locale | undefined {
  const [language, ...more] = name
    .toLowerCase()
    .replace(/[.@].*/, "")
    .split(/[-_]/);
  if (language === "c" || language === "posix" || language === "en") return "en";
  return language === "zh" && !more.some((part) => ["hant", "tw", "hk", "mo"].includes(part)) ? "zh-CN" : undefined;
}

/** The language of the environment: the first of these variables that is set counts, and what kalint does not have is English. */
export function localeOfEnvironment(environment: Readonly<Record<string, string | undefined>>): Locale {
  const name = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "C";
  return localeOf(name) ?? "en";
}

/** Messages that one program alone says, by language. */
export type FurtherMessages = Readonly<Record<Exclude<Locale, "en">, () => Promise<Catalogue["messages"]>>>;

/** From now on kalint says everything in this language. A catalogue is loaded only where it is wanted. */
export async function speakLocale(locale: Locale, further?: FurtherMessages): Promise<void> {
  if (locale === "en") return speak(undefined);
  const { catalogue } = await import("./zh-cn/index.js");
  speak({ ...catalogue, messages: { ...catalogue.messages, ...(await further?.[locale]()) } });
}

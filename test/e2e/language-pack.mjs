// A language pack without texts: with it VS Code takes the language for its own and gives it to extensions, while its own
// texts stay English. The real pack is in a gallery that no test reaches.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Places it where VS Code looks for what is installed; `--locale` then finds it. */
export function installLanguagePack({ user, extensions, language, name = language }) {
  const folder = join(extensions, `kalint-tests.${language}-0.0.1`);
  mkdirSync(join(folder, "translations"), { recursive: true });
  const translations = join(folder, "translations/main.i18n.json");
  writeFileSync(translations, JSON.stringify({ "": [], version: "1.0.0", contents: {} }));
  const localizations = [
    {
      languageId: language,
      languageName: name,
      localizedLanguageName: name,
      translations: [{ id: "vscode", path: "./translations/main.i18n.json" }],
    },
  ];
  writeFileSync(
    join(folder, "package.json"),
    JSON.stringify({
      name: language,
      publisher: "kalint-tests",
      version: "0.0.1",
      engines: { vscode: "^1.91.0" },
      categories: ["Language Packs"],
      contributes: { localizations },
    }),
  );
  writeFileSync(
    join(user, "languagepacks.json"),
    JSON.stringify({
      [language]: {
        hash: "0",
        extensions: [{ extensionIdentifier: { id: `kalint-tests.${language}` }, version: "0.0.1" }],
        translations: { vscode: translations },
        label: name,
      },
    }),
  );
}

import * as vscode from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { showCluster } from "./cluster.js";
import { recognise } from "./detect.js";
import { registerEffective } from "./effective.js";
import { ruleLinks } from "./rule-links.js";
import { showStatus } from "./status.js";
import { chooseTarget } from "./target.js";
import { whileTyping } from "./while-typing.js";

/** Templates may have the language of another extension, whose colours they keep. */
const templates = "**/keepalived*.conf.{j2,jinja,jinja2,erb,epp,gotmpl,ctmpl,tftpl,mustache,hbs,tmpl,tpl,template,in}";

let running: BaseLanguageClient | undefined;

export function clientOptions(): LanguageClientOptions {
  return {
    // A view of the effective configuration has the language for its colours; it is not a file of anybody's.
    documentSelector: ["file", "untitled", "vscode-remote", "vscode-vfs", "vscode-test-web"].flatMap((scheme) => [
      { scheme, language: "keepalived" },
      { scheme, pattern: templates },
    ]),
    initializationOptions: settings(),
    synchronize: { configurationSection: "kalint" },
    middleware: {
      ...ruleLinks,
      ...whileTyping,
      // The picture says more than the table, which other editors have.
      executeCommand: (command, given, next) =>
        command === "kalint.failover" ? vscode.commands.executeCommand("kalint.showCluster") : next(command, given),
      window: {
        showDocument: async (shown, token, next) => {
          const uri = vscode.Uri.parse(shown.uri);
          if (uri.scheme !== "kalint-rule") return await next(shown, token);
          await vscode.commands.executeCommand("markdown.showPreview", uri);
          return { success: true };
        },
      },
    },
  };
}

/**
 * Starts the client and offers the commands of package.json: the same in a process and in a worker. `sent` gives a
 * server that has just started what it needs.
 */
export async function start(
  context: vscode.ExtensionContext,
  client: BaseLanguageClient,
  sent: () => Promise<void> = async () => {},
): Promise<void> {
  running = client;
  const status = showStatus(client);
  const command = (name: string, run: (...given: never[]) => unknown) =>
    vscode.commands.registerCommand(`kalint.${name}`, run);

  context.subscriptions.push(
    status,
    command("restartServer", async () => {
      if (client.isRunning()) await client.stop();
      await client.start();
      await sent();
      await status.refresh();
    }),
    command("showOutput", () => client.outputChannel.show()),
    command("chooseTarget", () => chooseTarget(client)),
    command("format", () => vscode.commands.executeCommand("editor.action.formatDocument")),
    command("fixAll", () =>
      vscode.commands.executeCommand("editor.action.codeAction", { kind: "source.fixAll.kalint", apply: "first" }),
    ),
    command("showCluster", () => showCluster(context, client)),
    command("showReferences", showReferences),
    ...registerEffective(client),
    ...recognise(client),
  );
  await client.start();
  await sent();
  await status.refresh();
}

export async function stop(): Promise<void> {
  await running?.stop();
}

/** What a lens above a name does. */
async function showReferences(uri: string, { line, character }: Position, places: readonly Location[]): Promise<void> {
  await vscode.commands.executeCommand(
    "editor.action.showReferences",
    vscode.Uri.parse(uri),
    new vscode.Position(line, character),
    places.map(({ uri: file, range: { start, end } }) => {
      const range = new vscode.Range(start.line, start.character, end.line, end.character);
      return new vscode.Location(vscode.Uri.parse(file), range);
    }),
  );
}

/** As the protocol has them. */
interface Position {
  readonly line: number;
  readonly character: number;
}

interface Location {
  readonly uri: string;
  readonly range: { readonly start: Position; readonly end: Position };
}

function settings(): unknown {
  const section = vscode.workspace.getConfiguration("kalint");
  // Plain values: what VS Code gives cannot be posted to a worker.
  const names = ["target", "rules", "inlayHints", "codeLens"];
  return JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, section.get(name)]))));
}

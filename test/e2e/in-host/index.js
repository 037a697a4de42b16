// Runs inside the extension host of a real VS Code, beside the packaged extension: see vscode-api.mjs, which reads the results.
const { writeFileSync } = require("node:fs");
const { join } = require("node:path");
const vscode = require("vscode");

const folder = vscode.workspace.workspaceFolders[0].uri;
const fileAt = (path) => vscode.Uri.joinPath(folder, path);
const results = [];
const times = {};
const check = (name, value, detail = "") => results.push({ name, value: Boolean(value), detail: String(detail) });

exports.run = async () => {
  try {
    await inOrder();
  } catch (error) {
    check("runs to the end", false, error.stack);
  }
  writeFileSync(join(folder.fsPath, "results.json"), JSON.stringify({ results, times }));
};

async function inOrder() {
  const extension = vscode.extensions.getExtension("kalint.kalint-vscode");
  check("is installed", extension);
  check("is not active before there is a file for it", !extension.isActive);
  await vscode.workspace.openTextDocument(fileAt("nginx.conf"));
  check("nor for another program's .conf", !extension.isActive);

  const from = Date.now();
  const first = await open("lb1/keepalived.conf");
  const found = await diagnosticsOf(first, (list) => list.length > 0);
  times.firstDiagnostics = Date.now() - from;
  check("is active behind it", extension.isActive);
  await theProblems(first, found);
  await theAnswers(first);
  await theEdits(first);
  await theLanguages();
  await theCommands(first);
  await theSettings(first);
}

async function theProblems(document, found) {
  check("takes the file for keepalived", document.languageId === "keepalived", document.languageId);
  const [state] = found.filter(({ message }) => message.includes("MASTR"));
  check("finds the mistake", state?.source === "kalint", JSON.stringify(found.map(({ message }) => message)));
  check("at its word", document.getText(state.range) === "MASTR", document.getText(state.range));
  check("as an error", state.severity === vscode.DiagnosticSeverity.Error);
  check("with the rule's id and a page in the editor", state.code?.target?.scheme === "command", state.code?.value);
}

/** What the editor asks for one place, as it asks. */
async function theAnswers(document) {
  const at = (text, behind = 1) => document.positionAt(document.getText().indexOf(text) + behind);
  const ask = (name, ...given) => vscode.commands.executeCommand(`vscode.execute${name}`, document.uri, ...given);

  const hovers = await ask("HoverProvider", at("virtual_router_id"));
  const page = hovers.flatMap(({ contents }) => contents.map(({ value }) => value)).join("\n");
  check("hover: the keyword's page", page.includes("virtual_router_id <"), page.slice(0, 80));
  const { items } = await ask("CompletionItemProvider", at("virtual_router_id"));
  const labels = items.map(({ label }) => label.label ?? label);
  check("completion: keywords of the block", labels.includes("virtual_ipaddress"), labels.slice(0, 5));
  check("and none of another", !labels.includes("lb_algo"));
  const symbols = await ask("DocumentSymbolProvider");
  check(
    "outline",
    symbols
      .map(({ name }) => name)
      .join()
      .includes("VI_1"),
    symbols.map(({ name }) => name),
  );
  const definitions = await ask("DefinitionProvider", at("        chk_nginx", 9));
  const [{ range, targetRange } = {}] = definitions;
  check("definition of a tracked script", (range ?? targetRange)?.start.line === at("vrrp_script").line);
  const references = await ask("ReferenceProvider", at("VI_1"));
  const hosts = new Set(references.map(({ uri }) => vscode.workspace.asRelativePath(uri)));
  check("references in the files of the cluster", hosts.size === 2, [...hosts]);
  const folds = await ask("FoldingRangeProvider");
  check("folding", folds.length > 4, folds.length);
  const lenses = await ask("CodeLensProvider", 20);
  check(
    "lenses",
    lenses.some(({ command }) => command),
    lenses.map(({ command }) => command?.title),
  );
  const end = document.positionAt(document.getText().length);
  const hints = await ask("InlayHintProvider", new vscode.Range(new vscode.Position(0, 0), end));
  check(
    "inlay hints",
    hints.length > 0,
    hints.map(({ label }) => label),
  );
  const tokens = await vscode.commands.executeCommand("vscode.provideDocumentSemanticTokens", document.uri);
  check("semantic tokens", tokens.data.length > 50, tokens.data.length);
  const including = await vscode.workspace.openTextDocument(fileAt("lb2/keepalived.conf"));
  const links = await vscode.commands.executeCommand("vscode.executeLinkProvider", including.uri, 20);
  check("links to what is included", links.length === 1, links.length);
}

async function theEdits(document) {
  const renamed = await vscode.commands.executeCommand(
    "vscode.executeDocumentRenameProvider",
    document.uri,
    document.positionAt(document.getText().indexOf("VI_1") + 1),
    "WEB",
  );
  check("rename: edits in the files of both hosts", renamed.entries().length === 2, renamed.entries().length);

  const mistake = document.getText().indexOf("MASTR");
  const range = new vscode.Range(document.positionAt(mistake), document.positionAt(mistake + 5));
  const actions = await vscode.commands.executeCommand(
    "vscode.executeCodeActionProvider",
    document.uri,
    range,
    undefined,
    20,
  );
  const fix = actions.find(({ title, edit }) => edit && /MASTER/.test(title));
  check(
    "a quick fix",
    fix,
    actions.map(({ title }) => title),
  );
  await vscode.workspace.applyEdit(fix.edit);
  check("which writes the right word", document.getText().includes("state MASTER"));
  const left = await diagnosticsOf(document, (list) => !list.some(({ message }) => message.includes("MASTR")));
  check(
    "and takes the problem away",
    left.every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error),
    left,
  );

  const options = { insertSpaces: true, tabSize: 4 };
  const layout = await vscode.commands.executeCommand("vscode.executeFormatDocumentProvider", document.uri, options);
  const edit = new vscode.WorkspaceEdit();
  edit.set(document.uri, layout);
  await vscode.workspace.applyEdit(edit);
  check("formatting", document.getText().includes("\n    state MASTER\n"), document.getText());
  await document.save();
}

async function theLanguages() {
  const inFolder = await open("conf/web.conf");
  await until(() => inFolder.languageId === "keepalived" || languageOf(inFolder) === "keepalived");
  check("takes a file with a root block for keepalived by its content", languageOf(inFolder) === "keepalived");
  const included = await open("lb2/parts/addresses.conf");
  await until(() => languageOf(included) === "keepalived");
  check("and a file that another one includes", languageOf(included) === "keepalived", languageOf(included));
  check("not another program's", languageOf(await open("nginx.conf")) !== "keepalived");
}

function languageOf({ uri }) {
  return vscode.workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.languageId;
}

async function theCommands(document) {
  const commands = await vscode.commands.getCommands(true);
  const { contributes } = vscode.extensions.getExtension("kalint.kalint-vscode").packageJSON;
  const missing = contributes.commands.filter(({ command }) => !commands.includes(command));
  check("every command in the palette exists", missing.length === 0, missing);

  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand("kalint.showEffective");
  await until(() => vscode.window.activeTextEditor?.document.uri.scheme === "kalint-effective");
  const shown = vscode.window.activeTextEditor?.document;
  check(
    "show effective configuration",
    shown?.getText().includes("virtual_router_id 51"),
    shown?.getText().slice(0, 60),
  );

  await vscode.window.showTextDocument(document);
  await change(document, "state MASTER", "state MASTR");
  await diagnosticsOf(document, (list) => list.some(({ message }) => message.includes("MASTR")));
  await vscode.commands.executeCommand("kalint.restartServer");
  const again = await diagnosticsOf(document, (list) => list.some(({ message }) => message.includes("MASTR")));
  check("a server that is started anew finds the same", again.length > 0);
  await vscode.commands.executeCommand("kalint.showCluster");
  await until(() => vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ label }) => /cluster/i.test(label))));
  check("show cluster opens a page", true);
}

async function theSettings(document) {
  const editor = vscode.workspace.getConfiguration("editor", { uri: document.uri, languageId: "keepalived" });
  check("Enter accepts only what changes the text", editor.get("acceptSuggestionOnEnter") === "smart");
  const [problem] = vscode.languages.getDiagnostics(document.uri).filter(({ message }) => message.includes("MASTR"));
  const rule = problem.code.value;
  const settings = vscode.workspace.getConfiguration("kalint");
  await settings.update("rules", { [rule]: "info" }, vscode.ConfigurationTarget.Workspace);
  const milder = await diagnosticsOf(document, (list) =>
    list.some(
      ({ message, severity }) => message.includes("MASTR") && severity === vscode.DiagnosticSeverity.Information,
    ),
  );
  check(`a setting makes ${rule} milder at once`, milder.length > 0);
  await settings.update("rules", undefined, vscode.ConfigurationTarget.Workspace);
  await change(document, "    priority 100\n", "    priority 100\n    checksum_compatibility v3\n");
  await settings.update("target", "1.3.5", vscode.ConfigurationTarget.Workspace);
  const older = await diagnosticsOf(document, (list) => list.some(({ message }) => message.includes("checksum")));
  check("and another target finds what it does not know", older.length > 0);
}

async function open(path) {
  const document = await vscode.workspace.openTextDocument(fileAt(path));
  await vscode.window.showTextDocument(document);
  return document;
}

async function change(document, before, after) {
  const start = document.getText().indexOf(before);
  const edit = new vscode.WorkspaceEdit();
  const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
  edit.replace(document.uri, range, after);
  await vscode.workspace.applyEdit(edit);
}

async function diagnosticsOf(document, isRight) {
  await until(() => isRight(vscode.languages.getDiagnostics(document.uri)));
  return vscode.languages.getDiagnostics(document.uri);
}

/** Asks often enough for times to mean something. */
async function until(isSo) {
  const end = Date.now() + 60_000;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`never came to be: ${isSo}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

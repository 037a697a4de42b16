import type { ServerCapabilities } from "vscode-languageserver";
import type { capabilities } from "./capabilities.js";

/** What a method does here, for the page about editors. Markdown. */
interface MethodText {
  readonly methods: string;
  readonly text: string;
}

/** One text for each capability that is declared, and no other. */
export const methodTexts: Readonly<
  Record<Exclude<keyof typeof capabilities & keyof ServerCapabilities, "workspace">, MethodText> &
    Record<keyof (typeof capabilities)["workspace"], MethodText>
> = {
  textDocumentSync: {
    methods: "`textDocument/didOpen`, `didChange`, `didClose`, `didSave`",
    text: "incremental; an open text takes precedence over the file on disk",
  },
  diagnosticProvider: {
    methods: "`textDocument/diagnostic`, `workspace/diagnostic`, `textDocument/publishDiagnostics`",
    text: "pulled with result ids or, for clients that do not pull, pushed after a pause of 150 ms in typing; closed files of the workspace included; findings between hosts are shown in both files. Work of more than a second is shown with `$/progress` where the client can, and its user may stop it: then there are no findings until something changes. Each has the address of its rule's page (`codeDescription`), tags for what is unused or deprecated, and the other places as related information; why it matters and what to do is in the hover",
  },
  completionProvider: {
    methods: "`textDocument/completion`, `completionItem/resolve`",
    text: "keywords of the block that the target knows: required and missing ones first, then by how many real files have them, with snippets where there is something to fill in; values: what the same instance or virtual server has on the other hosts, the next free `virtual_router_id` and address, a priority above or below the peer's, peers, interfaces, scripts and users in use, status codes, usual numbers; options of lines; names; `@id`; `$NAME`; include paths; suppression comments and rule ids",
  },
  signatureHelpProvider: {
    methods: "`textDocument/signatureHelp`",
    text: "how the line is written, and which argument the cursor is on",
  },
  hoverProvider: {
    methods: "`textDocument/hover`",
    text: "keywords, values, options, `@id`, `~SEQ`, includes; the value in force of `$NAME`; of an instance its addresses, its priority with each tracker, who is MASTER and who after which failure; of an address its role and hosts; of a script who tracks it and what its failure does; of a finding why it matters and what to do. In Markdown or, for clients that do not show it, plain text",
  },
  definitionProvider: {
    methods: "`textDocument/definition`",
    text: "names and `$NAME`, through includes; an include leads to its files, a script to its file where it is there",
  },
  referencesProvider: {
    methods: "`textDocument/references`",
    text: "names, `$NAME` and `@id`, in all files that the hosts read, and on the other hosts of the cluster",
  },
  documentHighlightProvider: { methods: "`textDocument/documentHighlight`", text: "the same, in one file" },
  renameProvider: {
    methods: "`textDocument/prepareRename`, `rename`",
    text: "the same; what changes on other hosts is marked, for clients that ask before they change it",
  },
  documentSymbolProvider: { methods: "`textDocument/documentSymbol`", text: "blocks, definitions, includes" },
  workspaceSymbolProvider: { methods: "`workspace/symbol`", text: "what has a name of its own, in all files" },
  codeActionProvider: {
    methods: "`textDocument/codeAction`, `codeAction/resolve`",
    text: "`quickfix`: fixes, those of the other host's finding among them, all fixes of one rule, suppression on the line or in the file, the rule's page; `source.fixAll.kalint`: every safe fix of the file; `refactor`: extract to `$NAME`, inline, use the other host's value, add the missing peer or address, write the other host's file, split families, VRRP version 3 on all hosts, move a definition above its use",
  },
  documentFormattingProvider: {
    methods: "`textDocument/formatting`",
    text: "layout, with what the editor says, `.editorconfig` over it, and `kalint.json` over both ([formatting](formatting.md))",
  },
  documentRangeFormattingProvider: { methods: "`textDocument/rangeFormatting`", text: "the lines of the range" },
  documentOnTypeFormattingProvider: { methods: "`textDocument/onTypeFormatting`", text: "after a line end and `}`" },
  foldingRangeProvider: { methods: "`textDocument/foldingRange`", text: "blocks and runs of comments" },
  selectionRangeProvider: { methods: "`textDocument/selectionRange`", text: "word, line, statement, block, file" },
  documentLinkProvider: {
    methods: "`textDocument/documentLink`",
    text: "every file that an include reads; scripts that lie on this machine, or beside the file where they will lie in `/etc/keepalived`",
  },
  semanticTokensProvider: {
    methods: "`textDocument/semanticTokens/full`, `full/delta`, `range`",
    text: "keywords, blocks, names, references, interfaces, addresses, numbers, values, options, `$NAME`, `@id`, unknown words; names are declarations, old words deprecated",
  },
  inlayHintProvider: {
    methods: "`textDocument/inlayHint`",
    text: "defaults that count and that people usually write, the priority where a tracker fails, the value of `$NAME`, units",
  },
  codeLensProvider: {
    methods: "`textDocument/codeLens`",
    text: "who is MASTER, and who after its loss; whether a tracker's failure moves the addresses; references",
  },
  executeCommandProvider: {
    methods: "`workspace/executeCommand`",
    text: "`kalint.effective` `{ uri, configId? }`, `kalint.failover` `{ uri? }`, `kalint.openRule` with a rule's id: each answers with the page's text, and shows it where the client can",
  },
  textDocumentContent: {
    methods: "`workspace/textDocumentContent`",
    text: "the same pages as documents (`kalint-effective:`, `kalint-failover:`, `kalint-rule:`) that follow every edit",
  },
  workspaceFolders: {
    methods: "`workspace/didChangeWorkspaceFolders`, `didChangeWatchedFiles`, `didChangeConfiguration`",
    text: "followed; the client is asked to watch `**/*.conf`, `**/*.conf.*`, the files of settings, and what comes and goes",
  },
};

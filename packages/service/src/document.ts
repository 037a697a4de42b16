import type { Cluster } from "@kalint/cluster";
import { type HostConfiguration, sourceFile } from "@kalint/daemon";
import {
  askedOf,
  blocksAround,
  clustersOf,
  createQueries,
  type HostsRequest,
  isDeclaredTemplate,
  type ProjectHost,
  type Queries,
  type TemplateSetting,
  templateLanguageOf,
} from "@kalint/project";
import { type Keyword, keywordAt, once, type Version } from "@kalint/schema";
import { maskFrom, type Span, type SyntaxTree, type Template } from "@kalint/syntax";

/** One version of a file that is open in an editor. A value: a change makes a new one. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly target: Version;
  /** Features that the hosts' build lacks. */
  readonly withoutFeatures: readonly string[];
  /** What a host runs, where the project tells hosts apart. */
  readonly buildOf?: NonNullable<HostsRequest["buildOf"]>;
  /** Other files; it gives this document's own text under `path`. */
  readonly host: ProjectHost;
  /** What has been worked out of these files. */
  readonly queries: Queries;
  /** Of a template: with all its arms, tags being nothing, or words that nobody knows. */
  readonly tree: SyntaxTree;
  /** Where the text is a template: its tags. Other editors' tools know what is in them. */
  readonly template: Template | undefined;
  /** Its name, or the project, says that it is one. */
  readonly isDeclaredTemplate: boolean;
  /** The block in which another file includes this one, as far as known, or that its lines fit; `undefined` at the top. */
  readonly within: Keyword | undefined;
  /** Of a file that another one includes inside a block: the outermost block there, as that file has it. */
  readonly around: Inclusion["outermost"];
  /**
   * What each host that the file describes would read: one per config-id, or one alone. For an included file these are
   * the hosts of the file that includes it. Made on demand, and again where a file that they read is another one.
   */
  readonly hosts: readonly HostConfiguration[];
  /**
   * The clusters of all files that are looked at together, hosts named as people know them; a host without company is a
   * cluster of its own.
   */
  readonly clusters: readonly Cluster[];
  /** The same as they were worked out last, perhaps of earlier texts: for what is to come at once while somebody types. */
  readonly recentClusters: readonly Cluster[];
  /** The same where they have been worked out of these texts, else none: for what is not worth that work while somebody types. */
  readonly knownClusters: readonly Cluster[];
}

/** How a file comes to be read: through which main file, and inside which block. */
export interface Inclusion {
  readonly main: string;
  /** A keyword's path. */
  readonly block?: string;
  /** The outermost block around it, in the file that has the block. */
  readonly outermost?: Span & { readonly file: string };
}

export interface DocumentOptions {
  readonly target: Version;
  readonly withoutFeatures?: readonly string[];
  readonly buildOf?: NonNullable<HostsRequest["buildOf"]>;
  /** Where `queries` are given it must have this document's text already. */
  readonly host: ProjectHost;
  /** Over the same host. */
  readonly queries?: Queries;
  /** Asked when it matters, at most once. */
  readonly inclusion?: () => Inclusion | undefined;
  /** What the project says of being a template. */
  readonly templateSetting?: () => TemplateSetting | undefined;
  /** What the project says that the file is a part of. */
  readonly fragmentOf?: () => string | undefined;
  /** Where it is absent, or gives nothing, the document is looked at alone. */
  readonly clusters?: () => readonly Cluster[] | undefined;
  /** Absent: `clusters`. */
  readonly recentClusters?: () => readonly Cluster[] | undefined;
  /** Absent: `clusters`. */
  readonly knownClusters?: () => readonly Cluster[];
}

/** Opens a text as the file `path`. Nothing is parsed or read until it is asked for. */
export function openDocument(text: string, path: string, options: DocumentOptions): Document {
  const host: ProjectHost = options.queries
    ? options.host
    : { ...options.host, read: (asked) => (asked === path ? text : options.host.read(asked)) };
  const { target, withoutFeatures = [], buildOf, queries = createQueries({ host }) } = options;
  const inclusion = once(() => options.inclusion?.());
  const template = once(() => {
    const language = templateLanguageOf(path, text, options.templateSetting?.());
    return language && queries.template(path, text, { language });
  });
  const rendered = once(() => treeOf(template(), path, text));
  // A later version of the text takes over the tree of this one: it is asked for each time.
  const tree = () => rendered() ?? queries.source(path, text).tree;
  const within = once(() => blocksAround(path, text, tree, target, options.fragmentOf?.())[0]);
  const builds = { target, withoutFeatures, ...(buildOf && { buildOf }) };
  const alone = once(() => clustersOf({ paths: [path], ...builds, host, queries }));
  const hosts = (): readonly HostConfiguration[] => {
    const main = inclusion()?.main ?? path;
    const language = main === path ? template()?.language : undefined;
    const asked = (configId?: string) => ({
      ...askedOf(builds, main, configId),
      ...(language !== undefined && { rendering: { language, number: 0 } }),
    });
    const ids = queries.configIds(asked());
    const configIds = ids.length === 0 ? [undefined] : ids;
    return configIds.flatMap((configId, index) =>
      index > 0 && queries.isSpent() ? [] : queries.host(queries.effective(asked(configId)), main),
    );
  };
  const clusters = () => options.clusters?.() ?? alone();
  return new OpenDocument(
    { path, text, ...builds, host, queries },
    {
      tree,
      template,
      isDeclaredTemplate: () => isDeclaredTemplate(path, options.templateSetting?.()),
      within() {
        const included = inclusion();
        if (included) return included.block === undefined ? undefined : keywordAt(included.block);
        return within();
      },
      around: () => inclusion()?.outermost,
      hosts,
      clusters,
      recentClusters: () => options.recentClusters?.() ?? clusters(),
      knownClusters: () => options.knownClusters?.() ?? clusters(),
    },
  );
}

type Lazy =
  | "tree"
  | "template"
  | "isDeclaredTemplate"
  | "within"
  | "around"
  | "hosts"
  | "clusters"
  | "recentClusters"
  | "knownClusters";

/** A class: what a getter of an object by itself closes over V8 takes for alive until its next large collection. */
class OpenDocument implements Document {
  readonly path: string;
  readonly text: string;
  readonly target: Version;
  readonly withoutFeatures: readonly string[];
  declare readonly buildOf?: NonNullable<HostsRequest["buildOf"]>;
  readonly host: ProjectHost;
  readonly queries: Queries;
  readonly #made: { readonly [Part in Lazy]: () => Document[Part] };

  constructor(given: Omit<Document, Lazy>, made: { readonly [Part in Lazy]: () => Document[Part] }) {
    this.path = given.path;
    this.text = given.text;
    this.target = given.target;
    this.withoutFeatures = given.withoutFeatures;
    if (given.buildOf) this.buildOf = given.buildOf;
    this.host = given.host;
    this.queries = given.queries;
    this.#made = made;
  }

  get tree() {
    return this.#made.tree();
  }
  get template() {
    return this.#made.template();
  }
  get isDeclaredTemplate() {
    return this.#made.isDeclaredTemplate();
  }
  get within() {
    return this.#made.within();
  }
  get around() {
    return this.#made.around();
  }
  get hosts() {
    return this.#made.hosts();
  }
  get clusters() {
    return this.#made.clusters();
  }
  get recentClusters() {
    return this.#made.recentClusters();
  }
  get knownClusters() {
    return this.#made.knownClusters();
  }
}

/** How a part of the text is shown. What a tag of a template gives is not known: it is shown as it is written. */
export function writtenIn({ text, template }: Document): (part: Span & { readonly text: string }) => string {
  return template === undefined ? (part) => part.text : ({ start, end }) => text.slice(start, end).replace(/\s+/g, " ");
}

/** Where the arms of a template do not pair their braces together, one rendering does. */
function treeOf(template: Template | undefined, path: string, text: string): SyntaxTree | undefined {
  if (template === undefined) return undefined;
  const treeWith = (mask: string) => sourceFile({ path, text: mask, written: text }).tree;
  const whole = treeWith(template.shown);
  if (whole.problems.length === 0 || template.unpaired !== undefined) return whole;
  const first = treeWith(maskFrom(template.renderings, 0));
  return first.problems.length < whole.problems.length ? first : whole;
}

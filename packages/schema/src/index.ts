export { type Concern, type ReleaseChange, releaseChanges } from "./changes.js";
export { type ForeignContent, foreignContent, templateLanguageIn } from "./content/content.js";
export { type EmbeddedConfiguration, embeddedConfigurations } from "./content/embedded.js";
export {
  blanksIn,
  firstPlaceholder,
  firstTemplateTag,
  includesFiles,
  isNameToReplace,
} from "./content/placeholders.js";
export { hasRootBlock } from "./content/root-block.js";
export { maskSecrets, type SecretSpan, secretsIn } from "./content/secrets.js";
export {
  type BuiltinDefinition,
  builtinDefinitions,
  type Directive,
  directives,
  type IncludeCheck,
} from "./directives.js";
export { type Distribution, distributionFamilies, distributions, resolveTarget, type Target } from "./distributions.js";
export { features } from "./features.js";
export {
  argumentSignature,
  describeArgument,
  familyName,
  inlineCode,
  keywordSignature,
  lineArguments,
  optionSignature,
  wordsOfLine,
} from "./forms.js";
export { lineGrammars } from "./grammars.js";
export { usageOf, usageOfValue, usualValuesOf } from "./habits.js";
export {
  largestNumber,
  longestInterfaceName,
  mark as markArgument,
  namesOfNoInterface,
  port as portArgument,
} from "./keywords/arguments.js";
export { keywords } from "./keywords/index.js";
export { limits } from "./limits.js";
export {
  type FurtherMessages,
  type Locale,
  localeOf,
  localeOfEnvironment,
  locales,
  speakLocale,
} from "./locale/locales.js";
export { type Catalogue, type RuleTexts, say, sayText, speak, textsOf } from "./locale/say.js";
export type { CommandTemplate } from "./locale/texts.generated.js";
export {
  allKeywords,
  argumentIn,
  keywordAt,
  keywordIn,
  keywordNames,
  lineGrammarIn,
  namesOfFreeBlocks,
  optionIn,
  rootBlockNames,
  vocabulary,
} from "./lookup.js";
export { dependsOnBuild } from "./machine.js";
export { type Change, changesBetween, otherName } from "./migration.js";
export { once } from "./once.js";
export { protocol } from "./protocol.js";
export { relatedLines } from "./related-lines.js";
export {
  type Period,
  type ReleaseSwitch,
  releaseSwitches,
  type Switches,
  type SwitchName,
  switchedOnIn,
  switchesOf,
} from "./release-switches.js";
export { releaseSeries, releases } from "./releases.js";
export { removedKeywords } from "./removed.js";
export { type Condition, type Requirement, requirements } from "./requirements.js";
export { isRouteType, ownRouteProtocol, routeDestination } from "./routes.js";
export { fileOfNames, isUsualName } from "./routing-names.js";
export { statusCodes } from "./status-codes.js";
export type * from "./types.js";
export { type Unformatted, unformatted } from "./unformatted.js";
export { usage, usualValues } from "./usage.js";
export {
  arrivalOf,
  compareVersions,
  isKnownIn,
  isRemovedIn,
  knownIn,
  newestVersion,
  nextVersion,
  oldestVersion,
  orNewer,
  parseVersion,
  releaseName,
} from "./versions.js";
export { booleanWords, falseWords, trueWords, wordNamed, wordsOf } from "./words.js";

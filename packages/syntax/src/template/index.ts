export { unknownSign, voidSign, withBlanks } from "./mask.js";
export { languageByName, templateEndings } from "./names.js";
export { maskFrom, type Renderings } from "./renderings.js";
export { type Tag, type TemplateLanguage, tagsOf, templateLanguages } from "./tags.js";
export { readTemplate, type Template, type TemplateReading } from "./template.js";

export { languageByName, languageByTags, templateEndings } from "./detect.js";
export { unknownSign, voidSign, withBlanks } from "./mask.js";
export { type Tag, type TemplateLanguage, templateLanguages } from "./tags.js";
export { readTemplate, type Template, type TemplateReading } from "./template.js";

export { type Bounds, createBounds } from "./bounds.js";
export { entriesIn, namesIn, readBytes, statOf } from "./files.js";

export { type Bounds, createBounds } from "./bounds.js";
export { entriesIn, largestFile, namesIn, readBytes, statOf } from "./files.js";

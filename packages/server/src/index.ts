export { type StartOptions, startServer } from "./node.js";

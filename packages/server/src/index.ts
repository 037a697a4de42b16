export { nodeHost, type StartOptions, startServer } from "./node.js";

import module from "node:module";

// Node 22.8 and later keep what they have compiled between runs; most of the time of a run on a small file is compiling.
if ("enableCompileCache" in module) (module.enableCompileCache as () => void)();
await import("./start.js");

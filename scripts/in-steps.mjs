import { readFileSync } from "node:fs";

/**
 * A plugin of esbuild, which gives each file to one plugin alone: the packages' sources changed in steps, one after the other.
 * @param {readonly ((path: string, text: string) => string)[]} steps
 */
export const inSteps = (steps) => ({
  name: "in-steps",
  setup(bundle) {
    bundle.onLoad({ filter: /[/\\]packages[/\\]\w+[/\\]src[/\\].*\.ts$/ }, ({ path }) => ({
      contents: steps.reduce((text, step) => step(path, text), readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
});

export { phraseOf } from "./explain.js";
export { limits as failoverLimits } from "./limits.js";
export { participantsOf, predictFailover } from "./predict.js";
export { beginStory, continueStory, mastersOf, type Situation } from "./story.js";
export type * from "./types.js";

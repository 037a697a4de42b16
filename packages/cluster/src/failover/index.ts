export { phraseOf } from "./explain.js";
export { rejects } from "./hearing.js";
export { limits as failoverLimits } from "./limits.js";
export { detectionTime } from "./participant.js";
export { participantsOf, predictFailover } from "./predict.js";
export * from "./services/index.js";
export { beginStory, continueStory, faultsOf, mastersOf, type Situation, secondsOf } from "./story.js";
export type * from "./types.js";

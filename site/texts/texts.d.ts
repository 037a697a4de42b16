/** The texts of the site's pages by language: what the compiler knows of them. */

import type english from "./en.json";
import type chinese from "./zh-CN.json";

export type Texts = typeof english;

type Complete<All, Given extends All> = Given;
/** A text that one of the two lacks does not compile. */
export type Checked = [Complete<Texts, typeof chinese>, Complete<typeof chinese, Texts>];

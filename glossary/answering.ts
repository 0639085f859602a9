/** What the domains answer, in the order in which they are asked: that of `domains.ts`. */
import { adrAnswers } from "./adr/answers.ts";
import { incrementAnswers } from "./increment/answers.ts";
import { targetAnswers } from "./target/answers.ts";
import { termsAnswers } from "./terms/answers.ts";
import type { Answers } from "./workspace/domain.ts";

/** An id stands in the way of a decision, and both in the way of a term: what is more special answers first. */
export const ANSWERING: readonly Answers[] = [incrementAnswers, adrAnswers, termsAnswers, targetAnswers];

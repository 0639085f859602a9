/** What the domain of targets answers: what quantities on a page come to. */
import type { Answers } from "../workspace/domain.ts";
import { quantityHover } from "./features/hover.ts";
import type { TargetView } from "./index/view.ts";

export const targetAnswers: Answers<TargetView> = { name: "target", hover: quantityHover };

/** What the domain of targets gives: what quantities on a page come to. */
import type { Domain } from "../workspace/domain.ts";
import { quantityHover } from "./features/hover.ts";
import type { TargetView } from "./index/view.ts";

export const target: Domain<"target", never, never, TargetView> = {
  name: "target",
  hover: quantityHover,
};

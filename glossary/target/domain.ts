/** What the domain of targets gives: it reads quantities where they are asked for, and pages say nothing of them. */
import type { Domain } from "../workspace/domain.ts";
import type { TargetView } from "./index/view.ts";

export const target: Domain<"target", never, never, TargetView> = { name: "target" };

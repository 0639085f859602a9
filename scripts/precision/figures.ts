import type { Verdict } from "./finding.ts";

/** 95 of 100 such intervals hold the true share. */
const Z = 1.96;

/** Wilson's interval for a share, from 0 to 1; it is sound for few and for extreme ones, too. From 0 to 1 of nothing. */
export function wilson(part: number, all: number): readonly [low: number, high: number] {
  if (all === 0) return [0, 1];
  const share = part / all;
  const middle = share + Z ** 2 / (2 * all);
  const half = Z * Math.sqrt((share * (1 - share)) / all + Z ** 2 / (4 * all ** 2));
  const whole = 1 + Z ** 2 / all;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

export interface Figures {
  /** All that are reported, judged or not. */
  readonly found: number;
  readonly right: number;
  readonly arguable: number;
  readonly wrong: number;
}

export function figuresOf(found: number, verdicts: readonly Verdict[]): Figures {
  const of = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return { found, right: of("right"), arguable: of("arguable"), wrong: of("wrong") };
}

export function judgedIn({ right, arguable, wrong }: Figures): number {
  return right + arguable + wrong;
}

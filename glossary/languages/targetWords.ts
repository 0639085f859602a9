/** Words around the numbers of requirements. English is the only language that has them so far. */
import type { Patterns } from "./notation.ts";

export interface TargetWords {
  /** Praise instead of a number, and names and figures of speech with the same words. */
  readonly vague?: { readonly praise?: Patterns; readonly names?: Patterns };
  /** What bounds a number, before it; “200 ms or less” behind it. */
  readonly bounds?: {
    readonly atMost?: Patterns;
    readonly below?: Patterns;
    readonly atLeast?: Patterns;
    readonly above?: Patterns;
    readonly about?: Patterns;
    readonly orLess?: Patterns;
    readonly orMore?: Patterns;
  };
  /** Words of a sentence that requires something. */
  readonly required?: Patterns;
  /** Parts of a heading that say what the numbers below it are. */
  readonly headings?: {
    readonly current?: Patterns;
    readonly baseline?: Patterns;
    readonly result?: Patterns;
    readonly target?: Patterns;
    readonly criterion?: Patterns;
    readonly test?: Patterns;
    /** What is below is shown as it should not be. */
    readonly example?: Patterns;
    /** They hold for a part only: those of one phase are no contradiction to those of the whole. */
    readonly part?: Patterns;
  };
  /** Labels of lines. The first three are what a label begins with. */
  readonly labels?: {
    readonly load?: Patterns;
    readonly alert?: Patterns;
    readonly current?: Patterns;
    readonly baseline?: Patterns;
    readonly target?: Patterns;
    readonly result?: Patterns;
    /** Numbers behind them are no targets. */
    readonly text?: Patterns;
    readonly test?: Patterns;
    /** What is measured where somebody writes a scenario of quality. */
    readonly criterion?: Patterns;
    /** What is behind them is shown as it should not be. */
    readonly example?: Patterns;
  };
  /** What the header of a column begins with. */
  readonly columns?: {
    readonly current?: Patterns;
    readonly baseline?: Patterns;
    readonly target?: Patterns;
    readonly result?: Patterns;
    readonly alert?: Patterns;
    readonly change?: Patterns;
    readonly criterion?: Patterns;
    readonly example?: Patterns;
    /** Words beside these that tell no column from another. */
    readonly plain?: Patterns;
  };
  /** Words that say nothing of what is measured. */
  readonly fillers?: Patterns;
  /** Words that say no more than what dimension it has. */
  readonly nouns?: {
    readonly time?: Patterns;
    readonly rate?: Patterns;
    readonly share?: Patterns;
    readonly count?: Patterns;
    readonly size?: Patterns;
    readonly money?: Patterns;
  };
  /** Parts of a text about times that are set, not achieved. */
  readonly timers?: Patterns;
  /** Parts of a text about times that somebody waits for an answer. */
  readonly answers?: Patterns;
  /** Who gets things done in their own time. */
  readonly people?: Patterns;
  /** Of what less is better, and of what more. */
  readonly better?: { readonly less?: Patterns; readonly more?: Patterns };
}

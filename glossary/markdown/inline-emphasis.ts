/** Emphasis (CommonMark 6.2) and GFM strikethrough, resolved as micromark does. */
import { classOf, PUNCTUATION, STAR, TILDE } from "./scan-chars.ts";

/** Called for each pair: what lies between the markers, and how many characters each marker takes. */
export type OnPair = (innerStart: number, innerEnd: number, markers: number, strikethrough: boolean) => void;

/** Which kind is resolved first where both are mixed: in running text, the one that comes first. */
type Kind = "emphasis" | "strikethrough";

/** Runs of `*`, `_` and `~` of one leaf block. */
export class Delimiters {
  length = 0;
  private readonly chars: number[] = [];
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly opening: boolean[] = [];
  private readonly closing: boolean[] = [];
  private first: Kind | undefined;
  private readonly pair: OnPair;

  constructor(pair: OnPair) {
    this.pair = pair;
  }

  clear(): void {
    this.length = 0;
    this.first = undefined;
  }

  /** Adds the run from `start` to `end`. `before` and `after` are the characters around it, NaN for none. */
  add(char: number, start: number, end: number, before: number, after: number): void {
    const left = classOf(before);
    const right = classOf(after);
    const strike = char === TILDE;
    let opens = right === 3 || (right === PUNCTUATION && left !== 3) || (!strike && after === TILDE);
    let closes = left === 3 || (left === PUNCTUATION && right !== 3) || (!strike && before === TILDE);
    if (char !== STAR && !strike) {
      const wasOpen = opens;
      opens = opens && (left !== 3 || !closes);
      closes = closes && (right !== 3 || !wasOpen);
    }
    const at = this.length++;
    this.chars[at] = char;
    this.starts[at] = start;
    this.ends[at] = end;
    this.opening[at] = opens;
    this.closing[at] = closes;
    this.first ??= strike ? "strikethrough" : "emphasis";
  }

  /** Drops the runs that begin at or after `start`. */
  dropFrom(start: number): void {
    while (this.length > 0 && (this.starts[this.length - 1] as number) >= start) this.length--;
  }

  /** Resolves all runs from index `from` on, as within a link, and drops them. */
  resolveInside(from: number): void {
    if (this.length > from) this.resolveEmphasis(this.resolveStrikes(this.indices(from)));
    this.length = from;
  }

  /** Resolves what is left at the end of the block. */
  resolveAll(): void {
    if (this.length === 0) return;
    const all = this.indices(0);
    if (this.first === "strikethrough") this.resolveEmphasis(this.resolveStrikes(all));
    else this.resolveStrikes(this.resolveEmphasis(all));
    this.length = 0;
  }

  private indices(from: number): number[] {
    return Array.from({ length: this.length - from }, (_, i) => from + i);
  }

  /** Pairs `*` and `_` among the runs given; what is left of `~`, outside of the pairs. */
  private resolveEmphasis(runs: readonly number[]): number[] {
    const tildes: number[] = [];
    const openers: number[] = [];
    // How many of the openers are known not to fit a closer of this kind.
    const bottoms = new Array<number>(12).fill(0);
    for (const closer of runs) {
      if (this.chars[closer] === TILDE) {
        tildes.push(closer);
        continue;
      }
      while (this.closing[closer] && this.lengthOf(closer) > 0) {
        const key =
          (this.chars[closer] === STAR ? 0 : 6) +
          (this.opening[closer] ? 3 : 0) +
          (this.lengthOf(closer) % 3);
        const at = this.opener(openers, closer, bottoms[key] as number);
        if (at < 0) {
          bottoms[key] = openers.length;
          break;
        }
        const opener = openers[at] as number;
        openers.length = at + 1;
        const use = this.lengthOf(opener) > 1 && this.lengthOf(closer) > 1 ? 2 : 1;
        this.resolveStrikes(takeAfter(tildes, opener));
        this.pair(this.ends[opener] as number, this.starts[closer] as number, use, false);
        (this.ends[opener] as number) -= use;
        (this.starts[closer] as number) += use;
        if (this.lengthOf(opener) === 0) openers.length = at;
        // The opener's length has changed: what did not fit before may fit now.
        for (let i = 0; i < bottoms.length; i++) if ((bottoms[i] as number) > at) bottoms[i] = at;
      }
      if (this.opening[closer] && this.lengthOf(closer) > 0) openers.push(closer);
    }
    return tildes;
  }

  /** The place in `openers` of the nearest one that fits the closer. */
  private opener(openers: readonly number[], closer: number, bottom: number): number {
    const length = this.lengthOf(closer);
    for (let at = openers.length - 1; at >= bottom; at--) {
      const opener = openers[at] as number;
      if (this.chars[opener] !== this.chars[closer]) continue;
      const both = this.closing[opener] || this.opening[closer];
      // The rule of three, on what is left of the runs.
      if (both && length % 3 !== 0 && (this.lengthOf(opener) + length) % 3 === 0) continue;
      return at;
    }
    return -1;
  }

  /** Pairs `~` among the runs given; what is left of `*` and `_`, outside of the pairs. */
  private resolveStrikes(runs: readonly number[]): number[] {
    const others: number[] = [];
    const openers: number[][] = [[], [], []];
    for (const closer of runs) {
      if (this.chars[closer] !== TILDE) {
        others.push(closer);
        continue;
      }
      const length = this.lengthOf(closer);
      const fitting = openers[length] as number[];
      const opener = this.closing[closer] ? fitting.pop() : undefined;
      if (opener === undefined) {
        if (this.opening[closer]) fitting.push(closer);
        continue;
      }
      takeAfter(openers[3 - length] as number[], opener);
      this.resolveEmphasis(takeAfter(others, opener));
      this.pair(this.ends[opener] as number, this.starts[closer] as number, length, true);
    }
    return others;
  }

  private lengthOf(at: number): number {
    return (this.ends[at] as number) - (this.starts[at] as number);
  }
}

/** Takes away what is greater than `limit` from the end of an ascending list. */
function takeAfter(list: number[], limit: number): number[] {
  let at = list.length;
  while (at > 0 && (list[at - 1] as number) > limit) at--;
  return list.splice(at);
}

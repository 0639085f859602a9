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
  /** Where the run is used up or was inside a pair. */
  private readonly used: boolean[] = [];
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
    this.used[at] = false;
    this.first ??= strike ? "strikethrough" : "emphasis";
  }

  /** Drops the runs that begin at or after `start`. */
  dropFrom(start: number): void {
    while (this.length > 0 && (this.starts[this.length - 1] as number) >= start) this.length--;
  }

  /** Resolves all runs from index `from` on, as within a link, and drops them. */
  resolveInside(from: number): void {
    this.strikethrough(from, this.length);
    this.emphasis(from, this.length);
    this.length = from;
  }

  /** Resolves what is left at the end of the block. */
  resolveAll(): void {
    if (this.length === 0) return;
    if (this.first === "strikethrough") {
      this.strikethrough(0, this.length);
      this.emphasis(0, this.length);
    } else {
      this.emphasis(0, this.length);
      this.strikethrough(0, this.length);
    }
    this.length = 0;
  }

  private emphasis(from: number, to: number): void {
    const openers: number[] = [];
    // How many of the openers are known not to fit a closer of this kind.
    const bottoms = new Array<number>(12).fill(0);
    for (let closer = from; closer < to; closer++) {
      if (this.used[closer] || this.chars[closer] === TILDE) continue;
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
        this.strikethrough(opener + 1, closer);
        for (let i = opener + 1; i < closer; i++) this.used[i] = true;
        this.pair(this.ends[opener] as number, this.starts[closer] as number, use, false);
        (this.ends[opener] as number) -= use;
        (this.starts[closer] as number) += use;
        if (this.lengthOf(opener) === 0) {
          openers.length = at;
          this.used[opener] = true;
        }
        // The opener's length has changed: what did not fit before may fit now.
        for (let i = 0; i < bottoms.length; i++) if ((bottoms[i] as number) > at) bottoms[i] = at;
      }
      if (this.lengthOf(closer) === 0) this.used[closer] = true;
      else if (this.opening[closer]) openers.push(closer);
    }
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

  private strikethrough(from: number, to: number): void {
    const openers: number[][] = [[], [], []];
    for (let closer = from; closer < to; closer++) {
      if (this.used[closer] || this.chars[closer] !== TILDE) continue;
      const length = this.lengthOf(closer);
      const fitting = openers[length] as number[];
      const opener = this.closing[closer] ? fitting.pop() : undefined;
      if (opener === undefined) {
        if (this.opening[closer]) fitting.push(closer);
        continue;
      }
      const other = openers[3 - length] as number[];
      while (other.length > 0 && (other.at(-1) as number) > opener) other.pop();
      this.emphasis(opener + 1, closer);
      for (let i = opener; i <= closer; i++) this.used[i] = true;
      this.pair(this.ends[opener] as number, this.starts[closer] as number, length, true);
    }
  }

  private lengthOf(at: number): number {
    return (this.ends[at] as number) - (this.starts[at] as number);
  }
}

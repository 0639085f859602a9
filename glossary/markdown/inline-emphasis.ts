/** Emphasis (CommonMark 6.2) and GFM strikethrough, resolved as micromark does. */
import { classOf, PUNCTUATION, STAR, TILDE } from "./scan-chars.ts";

/** Called for each pair: what lies between the markers, and how many characters each marker takes. */
export type OnPair = (innerStart: number, innerEnd: number, markers: number, strikethrough: boolean) => void;

/** Which kind is resolved first where both are mixed: in running text, the one that comes first. */
type Kind = "emphasis" | "strikethrough";

/** Runs of `*`, `_` and `~` of one leaf block. */
export class Delimiters {
  length = 0;
  readonly #char: number[] = [];
  readonly #start: number[] = [];
  readonly #end: number[] = [];
  readonly #opens: boolean[] = [];
  readonly #closes: boolean[] = [];
  #first: Kind | undefined;
  /** Where the run is used up or was inside a pair. */
  readonly #done: boolean[] = [];
  readonly #pair: OnPair;

  constructor(pair: OnPair) {
    this.#pair = pair;
  }

  clear(): void {
    this.length = 0;
    this.#first = undefined;
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
    this.#char[at] = char;
    this.#start[at] = start;
    this.#end[at] = end;
    this.#opens[at] = opens;
    this.#closes[at] = closes;
    this.#done[at] = false;
    this.#first ??= strike ? "strikethrough" : "emphasis";
  }

  /** Drops the runs that begin at or after `start`. */
  dropFrom(start: number): void {
    while (this.length > 0 && (this.#start[this.length - 1] as number) >= start) this.length--;
  }

  /** Resolves all runs from index `from` on, as within a link, and drops them. */
  resolveInside(from: number): void {
    this.#strikethrough(from, this.length);
    this.#emphasis(from, this.length);
    this.length = from;
  }

  /** Resolves what is left at the end of the block. */
  resolveAll(): void {
    if (this.length === 0) return;
    if (this.#first === "strikethrough") {
      this.#strikethrough(0, this.length);
      this.#emphasis(0, this.length);
    } else {
      this.#emphasis(0, this.length);
      this.#strikethrough(0, this.length);
    }
    this.length = 0;
  }

  #emphasis(from: number, to: number): void {
    const openers: number[] = [];
    // How many of the openers are known not to fit a closer of this kind.
    const bottoms = new Array<number>(12).fill(0);
    for (let closer = from; closer < to; closer++) {
      if (this.#done[closer] || this.#char[closer] === TILDE) continue;
      while (this.#closes[closer] && this.#length(closer) > 0) {
        const key =
          (this.#char[closer] === STAR ? 0 : 6) + (this.#opens[closer] ? 3 : 0) + (this.#length(closer) % 3);
        const at = this.#opener(openers, closer, bottoms[key] as number);
        if (at < 0) {
          bottoms[key] = openers.length;
          break;
        }
        const opener = openers[at] as number;
        openers.length = at + 1;
        const use = this.#length(opener) > 1 && this.#length(closer) > 1 ? 2 : 1;
        this.#strikethrough(opener + 1, closer);
        for (let i = opener + 1; i < closer; i++) this.#done[i] = true;
        this.#pair(this.#end[opener] as number, this.#start[closer] as number, use, false);
        (this.#end[opener] as number) -= use;
        (this.#start[closer] as number) += use;
        if (this.#length(opener) === 0) {
          openers.length = at;
          this.#done[opener] = true;
        }
        // The opener's length has changed: what did not fit before may fit now.
        for (let i = 0; i < bottoms.length; i++) if ((bottoms[i] as number) > at) bottoms[i] = at;
      }
      if (this.#length(closer) === 0) this.#done[closer] = true;
      else if (this.#opens[closer]) openers.push(closer);
    }
  }

  /** The place in `openers` of the nearest one that fits the closer. */
  #opener(openers: readonly number[], closer: number, bottom: number): number {
    const length = this.#length(closer);
    for (let at = openers.length - 1; at >= bottom; at--) {
      const opener = openers[at] as number;
      if (this.#char[opener] !== this.#char[closer]) continue;
      const both = this.#closes[opener] || this.#opens[closer];
      // The rule of three, on what is left of the runs.
      if (both && length % 3 !== 0 && (this.#length(opener) + length) % 3 === 0) continue;
      return at;
    }
    return -1;
  }

  #strikethrough(from: number, to: number): void {
    const openers: number[][] = [[], [], []];
    for (let closer = from; closer < to; closer++) {
      if (this.#done[closer] || this.#char[closer] !== TILDE) continue;
      const length = this.#length(closer);
      const fitting = openers[length] as number[];
      const opener = this.#closes[closer] ? fitting.pop() : undefined;
      if (opener === undefined) {
        if (this.#opens[closer]) fitting.push(closer);
        continue;
      }
      const other = openers[3 - length] as number[];
      while (other.length > 0 && (other.at(-1) as number) > opener) other.pop();
      this.#emphasis(opener + 1, closer);
      for (let i = opener; i <= closer; i++) this.#done[i] = true;
      this.#pair(this.#end[opener] as number, this.#start[closer] as number, length, true);
    }
  }

  #length(at: number): number {
    return (this.#end[at] as number) - (this.#start[at] as number);
  }
}

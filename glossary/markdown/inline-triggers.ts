/**
 * Where in a text something may begin that is a link or HTML. Most leaves have nothing of the kind, and searching
 * the whole text for single characters is much faster than looking at each.
 */
const NONE = Number.POSITIVE_INFINITY;

export class Triggers {
  /** By character: whether something may begin or end there. `all`: emphasis and escapes too. */
  readonly links: Uint8Array;
  readonly all: Uint8Array;
  private readonly text: string;
  private readonly needles: readonly string[];
  /** Of each needle, where it comes next: the first one at or after the start of the last leaf. */
  private readonly next: number[];

  constructor(text: string) {
    this.text = text;
    const www = ["www.", "WW.", "wW.", "Ww."].some((one) => text.includes(one));
    const scheme = text.includes("://");
    const at = text.includes("@");
    this.needles = ["[", "<", ...(scheme ? ["://"] : []), ...(at ? ["@"] : []), ...(www ? ["w.", "W."] : [])];
    this.next = this.needles.map(() => -1);
    const literal = (scheme ? 1 : 0) + (at ? 2 : 0) + (www ? 4 : 0);
    this.links = table(literal, "`[]<\\");
    this.all = table(literal + 8, "`[]<\\*_~&");
  }

  /** Whether a link or HTML may be between two offsets. To be asked in ascending order. */
  within(start: number, end: number): boolean {
    const { next, needles } = this;
    for (let i = 0; i < needles.length; i++) {
      let at = next[i] as number;
      if (at < start) {
        at = this.text.indexOf(needles[i] as string, start);
        if (at < 0) at = NONE;
        next[i] = at;
      }
      if (at < end) return true;
    }
    return false;
  }
}

const tables = new Map<number, Uint8Array>();

function table(key: number, chars: string): Uint8Array {
  let marks = tables.get(key);
  if (!marks) {
    marks = new Uint8Array(128);
    const literals = [key & 1 ? ":" : "", key & 2 ? "@" : "", key & 4 ? "wW" : ""].join("");
    for (const char of chars + literals) marks[char.charCodeAt(0)] = 1;
    tables.set(key, marks);
  }
  return marks;
}

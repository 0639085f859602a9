/**
 * Reader 1: a hand scanner that gives the same facts as the remark reader, a hundred times faster. Blocks first
 * (scan-blocks.ts), then the leaves that may hold something (inline.ts). Where it meets what it does not know well
 * enough, it says so, and the other reader is asked.
 */
import { derive } from "./derive.ts";
import type { Facts, ReadEnv, Reading } from "./facts.ts";
import { readMdx, withMdx } from "./mdx.ts";
import { scanBlocks } from "./scan-blocks.ts";
import { BOM } from "./scan-chars.ts";
import { ScannedFacts } from "./scan-facts.ts";

/** Reads a section. Linear in its length. */
export function scan(text: string, env: ReadEnv): Reading {
  const bom = !env.inside && text.charCodeAt(0) === BOM;
  const facts = read(text, bom ? 1 : 0, env.labels, true);
  return { facts: facts.plain(), sure: facts.doubt === "", hopeless: facts.hopeless };
}

/** Reads a section of MDX. Linear in its length. */
export function scanMdx(text: string, env: ReadEnv): Reading {
  const mdx = readMdx(text);
  const bom = !env.inside && text.charCodeAt(0) === BOM;
  const facts = read(mdx.source, bom ? 1 : 0, env.labels, true, true);
  const { doubt, hopeless } = facts;
  return { facts: derive(text, withMdx(facts.raw(), mdx)), sure: doubt === "", hopeless };
}

/**
 * Reads a file from `start` on, at once instead of by sections: what it takes to index it. Facts that an index
 * has no use for are only made when asked for, so the facts keep the text. `undefined` where it is not sure.
 */
export function scanFile(text: string, start: number): Facts | undefined {
  const bom = start === 0 && text.charCodeAt(0) === BOM;
  const facts = read(text, bom ? 1 : start, [], false);
  return facts.doubt === "" || facts.hopeless ? facts : undefined;
}

function read(
  text: string,
  start: number,
  labels: readonly string[],
  all: boolean,
  mdx = false,
): ScannedFacts {
  // A NUL is read as if it were U+FFFD (CommonMark 2.3).
  const source = text.includes("\0") ? text.replaceAll("\0", "\ufffd") : text;
  return new ScannedFacts(text, scanBlocks(source, start, source.length, mdx), labels, all);
}

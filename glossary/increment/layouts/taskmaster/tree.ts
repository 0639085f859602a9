/** `tasks.json` as its lists of tasks, with the places of what is in it. */

import { type Node, parseTree } from "jsonc-parser";
import type { Span } from "../../../text/span.ts";

/** More than anybody writes by hand: a longer file is not read, so that typing in it stays quick. In UTF-16 units. */
const LONGEST = 2_000_000;

/** A list of tasks; the name is "" for the one that counts where none is named: `master`, else the first one. */
export interface TagNode {
  readonly tag: string;
  readonly tasks: readonly Node[];
}

/** The lists of a file, one for each tag, in order; none where it is too long or no JSON of that shape. Never throws. */
export function tagsIn(text: string): TagNode[] {
  const root = text.length > LONGEST ? undefined : parsed(text);
  if (root?.type !== "object") return [];
  // Before there were tags, the list stood at the top.
  const own = listIn(root);
  if (own) return [{ tag: "", tasks: own }];
  const all = (root.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? [];
    const tasks = value && listIn(value);
    return tasks && typeof key?.value === "string" ? [{ tag: key.value, tasks }] : [];
  });
  const main = all.find(({ tag }) => tag === "master") ?? all[0];
  return all.map((one) => (one === main ? { ...one, tag: "" } : one));
}

function parsed(text: string): Node | undefined {
  try {
    return parseTree(text);
  } catch {
    // The parser calls itself for each level.
    return undefined;
  }
}

function listIn(object: Node): readonly Node[] | undefined {
  return elementsOf(memberOf(object, "tasks"));
}

/** The value of a key; `undefined` where there is none, and for what is no object. */
export function memberOf(object: Node, key: string): Node | undefined {
  if (object.type !== "object") return undefined;
  return object.children?.find(({ children }) => children?.[0]?.value === key)?.children?.[1];
}

/** What a list holds; `undefined` for what is none. */
export function elementsOf(list: Node | undefined): readonly Node[] | undefined {
  return list?.type === "array" ? (list.children ?? []) : undefined;
}

/** The text of a string, and where it stands without its quotes; `undefined` for anything else. */
export function textIn(node: Node | undefined): { readonly text: string; readonly span: Span } | undefined {
  return typeof node?.value === "string" ? { text: node.value, span: insideOf(node) } : undefined;
}

/** A number, written as one or as a string: `5`, `"5"`, `"5.2"`; `undefined` for anything else. */
export function numberIn(node: Node | undefined): { readonly text: string; readonly span: Span } | undefined {
  const text = String(node?.value ?? "").trim();
  return node && /^\d{1,6}(?:\.\d{1,6})?$/.test(text) ? { text, span: insideOf(node) } : undefined;
}

function insideOf({ type, offset, length }: Node): Span {
  const quote = type === "string" ? 1 : 0;
  return { start: offset + quote, end: offset + length - quote };
}

export function spanOf({ offset, length }: Node): Span {
  return { start: offset, end: offset + length };
}

/** Fills the pages of views: what is HTML stands in their files, what comes from the workspace is escaped here. */
import type { ViewFiles } from "./files.ts";

/** HTML that is safe: made by `fill`, or by hand from nothing of the workspace. */
export interface Html {
  readonly html: string;
}

/** What may stand at a place: text is escaped, a list of HTML is put together as it is. */
export type Value = string | number | Html | readonly Html[];

/** A piece of HTML with places: pieces of text at even indexes, names of places at odd ones. */
type Template = readonly string[];

/** A page and the templates in it, by their ids. */
export interface View {
  readonly page: Template;
  readonly files: ViewFiles;
  readonly parts: ReadonlyMap<string, Template>;
}

const PLACE = /\{\{(\w+)\}\}/;
const PART = /[ \t]*<template id="([\w-]+)">([\s\S]*?)<\/template>\n?/g;

export const NOTHING: Html = { html: "" };

/** Takes the templates out of a page. */
export function viewOf(files: ViewFiles): View {
  const parts = [...files.html.matchAll(PART)].map(
    ([, id = "", html = ""]) => [id, html.trim().split(PLACE)] as const,
  );
  return { page: files.html.replace(PART, "").split(PLACE), files, parts: new Map(parts) };
}

/** A template of a view with something at each of its places. Throws for one that there is not. */
export function fill({ parts }: View, id: string, values: Readonly<Record<string, Value>> = {}): Html {
  const part = parts.get(id);
  if (!part) throw new Error(`The page has no template ${id}`);
  return { html: filled(part, values) };
}

/** A whole page. `nonce` lets its own script and style run, and nothing else: it loads nothing. */
export function wholePage({ page, files }: View, content: Html, nonce: string): string {
  return filled(page, { content, nonce, style: { html: files.style }, script: { html: files.script } });
}

function filled(template: Template, values: Readonly<Record<string, Value>>): string {
  let html = "";
  for (const [i, piece] of template.entries()) html += i % 2 === 0 ? piece : htmlOf(values[piece], piece);
  return html;
}

function htmlOf(value: Value | undefined, place: string): string {
  if (typeof value === "string") return escaped(value);
  if (typeof value === "number") return String(value);
  if (value === undefined) throw new Error(`There is nothing for the place ${place}`);
  return "html" in value ? value.html : value.map(({ html }) => html).join("");
}

/** HTML one after the other. */
export function joined(parts: readonly Html[], between = ""): Html {
  return { html: parts.map(({ html }) => html).join(between) };
}

/** Text of the workspace as HTML. */
export function text(text: string): Html {
  return { html: escaped(text) };
}

/** Text as it may stand in HTML, in attributes too. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Another one for each page, so that nothing in a document can know it. */
export function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

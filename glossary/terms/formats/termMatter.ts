/**
 * Front matter by which well-known sites mark a page as one about a term, wherever it lies:
 *
 * - Cloud Native Glossary: `title`, `status`, and `category` or `tags`, in a vocabulary of its own
 * - Kubernetes: `id`, `title`, `short_description`, and one of `full_link`, `aka`, `tags`
 * - MDN: `page-type: glossary-definition`, or a `slug` that begins with `Glossary/`
 * - docusaurus-terminology: `id`, `title`, `hoverText`; dbt: `hoverSnippet`
 * - any: `type: glossary-term`
 */
import { patternOf } from "../../languages/merge.ts";
import { scalar } from "../../markdown/matter.ts";
import { stem } from "../../text/paths.ts";
import type { SourcePage } from "./source.ts";

const STATUS = /^(?:completed|feedback appreciated|deprecated|not started|in progress)$/i;
const CATEGORY = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.category)})$`, "i");
/** "Problem it addresses" and "How it helps". */
const SECTION = new RegExp(`^(?:${patternOf(({ glossary }) => glossary?.sections?.problem)})`, "i");
/** What pages have that are about something else. */
const OTHER = ["layout", "date", "author", "authors", "increment", "priority", "assignee", "deciders"];

/** True where the front matter shows that the page is about one term. */
export function saysTerm({ path, facts, matter }: SourcePage): boolean {
  const { values } = matter;
  if (values.length < 2 || stem(path).startsWith("_")) return false;
  const keys = new Set(values.map(({ key }) => key.toLowerCase()));
  if (/^glossary[-_ ]?term$/i.test(scalar(matter, "type") ?? "")) return true;
  if (!keys.has("title")) return false;
  if (
    /^glossary-/i.test(scalar(matter, "page-type") ?? "") ||
    /^glossary\/./i.test(scalar(matter, "slug") ?? "")
  )
    return true;
  if (keys.has("id") && (keys.has("hovertext") || keys.has("hoversnippet"))) return true;
  if (keys.has("id") && keys.has("short_description"))
    return keys.has("full_link") || keys.has("aka") || keys.has("tags");
  if (!STATUS.test((scalar(matter, "status") ?? "").trim()) || !(keys.has("category") || keys.has("tags")))
    return false;
  if (OTHER.some((key) => keys.has(key))) return false;
  if (CATEGORY.test((scalar(matter, "category") ?? "").trim())) return true;
  return facts.headings.some(({ depth, text }) => depth === 2 && SECTION.test(text.trim()));
}

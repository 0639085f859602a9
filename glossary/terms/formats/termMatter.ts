/**
 * Front matter by which well-known sites mark a page as one about a term, wherever it lies:
 *
 * - Cloud Native Glossary: `title`, `status`, and `category` or `tags`, in a vocabulary of its own
 * - Kubernetes: `id`, `title`, `short_description`, and one of `full_link`, `aka`, `tags`
 * - MDN: `page-type: glossary-definition`, or a `slug` that begins with `Glossary/`
 * - docusaurus-terminology: `id`, `title`, `hoverText`; dbt: `hoverSnippet`
 * - any: `type: glossary-term`
 */
import { scalar } from "../../markdown/matter.ts";
import { stem } from "../../text/paths.ts";
import type { SourcePage } from "./source.ts";

const STATUS = /^(?:completed|feedback appreciated|deprecated|not started|in progress)$/i;
const CATEGORY =
  /^(?:concepts?|technolog(?:y|ies)|propert(?:y|ies)|konzept|technologie|eigenschaft|コンセプト|概念|テクノロジー|技術|プロパティ|特性|技术|属性|개념|기술|속성|concepto|tecnolog[ií]a|propiedad|conceito|propriedade|concetto|propriet[àé]|концепция|технология|свойство|kavram|teknoloji|özellik)$/i;
/** "Problem it addresses" and "How it helps". */
const SECTION =
  /^(?:(?:what )?problems? it (?:addresses|solves)|how it helps|what it is|welches problem es löst|wie es (?:das problem löst|hilft)|解決すべき問題|どのように役に立つ|是什么|解决的问题|如何帮助|해결하려는 문제|어떻게 도움)/i;
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

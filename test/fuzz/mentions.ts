/** What names terms and pages without being a link of Markdown in use, and whether it leads somewhere. */
import { nameKey, type ReadPage, resolveLink } from "./engine.ts";
import type { View } from "./view.ts";

const WIKI = /\[\[([^[\]|#\r\n]+)/g;
const ROLE = /^\{term\}`(?:[^`<>]*<([^`<>]+)>|([^`<>]+))`$/;
const HREF = /<a href="([^"]+)"/g;
const LIST_KEY = /^(?:related|see[-_ ]?also|related[-_ ]?terms)$/i;

/** For each such place, in order: its form, and whether something is there that it names. */
export function mentionsIn({ snapshot, pages }: View, { path, text, facts, matter }: ReadPage): string[] {
  const { glossary, links } = snapshot;
  const isTerm = (name: string) => glossary.byName.has(nameKey(name)) || glossary.terms.has(name);
  const stems = new Set([...pages.keys()].map((one) => stem(one).toLowerCase()));
  const isPage = (url: string) => resolveLink(links, path, url).kind === "page";
  const say = (form: string, leads: boolean) => `${form} that leads ${leads ? "somewhere" : "nowhere"}`;
  return [
    ...facts.definitions.map(({ url }) => say("definition", isPage(url))),
    ...[...text.matchAll(WIKI)].map(([, name = ""]) =>
      say("wiki link", stems.has(stem(name).trim().toLowerCase())),
    ),
    // What CommonMark takes for code, and nothing within it.
    ...facts.codeSpans.flatMap(({ start, end }) => {
      const role = ROLE.exec(text.slice(Math.max(0, start - 6), end));
      return role ? [say("role", isTerm((role[1] ?? role[2] ?? "").trim()))] : [];
    }),
    ...[...text.matchAll(HREF)].map(([, url = ""]) => say("address in HTML", isPage(url))),
    ...matter.values
      .filter(({ key }) => LIST_KEY.test(key))
      .flatMap(({ span }) => [...text.slice(span.start, span.end).matchAll(/[\p{L}\p{N}][^,[\]\r\n"']*/gu)])
      .map(([item]) => say("item of a list", isTerm(item.replace(/^-\s+/, "").trim()))),
  ];
}

function stem(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx?$/, "");
}

const TWICE = /(?<![\p{L}\p{N}])(\p{L}{3,})[ \t]+\1(?![\p{L}\p{N}])/giu;

/** The words that stand twice in a row, in small letters. */
export function wordsTwice(text: string): string[] {
  return [...text.matchAll(TWICE)].map(([, word = ""]) => word.toLowerCase());
}

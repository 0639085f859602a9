/** Everything that can be seen of a snapshot, as plain data. */
import type { AnalysisHost } from "../../glossary/analysis.ts";
import { complete, definition, documentLinks, hover, lenses, symbols } from "../../glossary/answers.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { findUses } from "../../glossary/terms/index/matcher.ts";
import { resolveLink } from "../../glossary/workspace/links/links.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";

const TYPED = { invoked: true, trigger: undefined };

/** Terms, names, links and, for open pages, all that features and rules say of them, at every `step`th place. */
export function outputs(host: AnalysisHost, step = 7): unknown {
  const snapshot = host.snapshot();
  const { glossary, pages, links, adrs, increments, schemas } = snapshot;
  return {
    records: sorted([...adrs.records]),
    increments: [...increments.units.keys()].map((unit) => [unit, increments.at(unit)?.title]),
    schemas: sorted([...schemas]),
    terms: [...glossary.terms],
    names: sorted([...glossary.byName].map(([name, terms]) => [name, terms.map(({ id }) => id)])),
    byPage: sorted([...glossary.byPage].map(([path, { id }]) => [path, id])),
    folders: sorted([...links.folders]),
    pages: sorted(
      [...pages.values()].map((page) => {
        const { path, exports } = page;
        const targets = exports.links.map(({ url }) => resolveLink(links, path, url));
        if (!isRead(page)) return [path, exports, targets];
        const places = [...Array(Math.ceil((page.text.length + 1) / step)).keys()].map((i) => i * step);
        return [
          path,
          exports,
          targets,
          findUses(snapshot.matcher, page.text, page.facts).map(({ span, terms }) => [
            span,
            terms.map(({ id }) => id),
          ]),
          diagnose(RULES, snapshot, page, (rule, _, error) => {
            throw new Error(rule, { cause: error });
          }),
          documentLinks(snapshot, page),
          lenses(snapshot, page),
          symbols(page),
          places.map((offset) => [
            hover(snapshot, page, offset) ?? null,
            definition(snapshot, page, offset),
            complete(snapshot, page, offset, TYPED).items.map(({ text }) => text),
          ]),
        ];
      }),
    ),
  };
}

function sorted<T>(list: T[]): T[] {
  return list.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

/** What a page of Backlog.md says: a task, or the configuration. */

import { ownCopy } from "../../../text/ownCopy.ts";
import { bySpan } from "../../../text/span.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { MatterField } from "../../model/model.ts";
import type { IncrementPlace } from "../../model/place.ts";
import { lastUpTo } from "../../model/sorted.ts";
import type { IncrementSource } from "../../model/source.ts";
import type { Said } from "../layout.ts";
import { readTop } from "../written.ts";
import { readDefaults } from "./configuration.ts";
import { criteriaOf } from "./criteria.ts";
import { listedIn, namedIn } from "./ids.ts";
import { backlogOf, prefixOf } from "./places.ts";
import { readStatus } from "./statuses.ts";

/** Ids as they are usual, whatever the prefix of the page is. */
const USUAL = ["task", "draft"];

export function readBacklog(source: IncrementSource, place: IncrementPlace): Said {
  return place.role === "configuration" ? { statuses: readDefaults(source.text).statuses } : taskSays(source);
}

function taskSays(source: IncrementSource): Said {
  const { path, text, facts, matter } = source;
  const top = readTop(source);
  const backlog = backlogOf(path);
  const prefix = prefixOf(path).toLowerCase();
  const prefixes = [prefix, ...USUAL.filter((one) => one !== prefix)] as const;
  const idsAt = (key: string): WrittenId[] =>
    matter.values.flatMap((one) => (one.key === key ? listedIn(text, one.span, backlog, prefixes) : []));
  const needs = idsAt("dependencies");
  const [partOf] = idsAt("parent_task_id");
  const own = [...idsAt("id"), ...needs, ...(partOf ? [partOf] : []), ...idsAt("subtasks")];
  const criteria = criteriaOf(source);
  const named = namedIn(text, matter.span?.end ?? 0, backlog, prefixes).filter(({ span }) => {
    const code = lastUpTo(facts.codes, span.start);
    return code === undefined || code.span.end <= span.start;
  });
  const title = (top.matter ?? []).find(({ key }) => key === "title");
  return {
    ...top,
    ...titleOf(title),
    status: top.status && readStatus(top.status),
    needs,
    partOf,
    criteria,
    mentions: [...own, ...named, ...criteria.map(({ id }) => id)].sort(bySpan),
  };
}

/** By front matter, whatever the headings say. */
function titleOf(title: MatterField | undefined): Said {
  return title === undefined ? {} : { title: ownCopy(title.value), titleSpan: title.span };
}

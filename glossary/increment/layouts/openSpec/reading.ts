/** What pages in the layout of OpenSpec say: requirements by their names, tasks by their numbers. */

import type { Heading } from "../../../markdown/facts.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { WrittenId } from "../../model/ids.ts";
import type { Task } from "../../model/model.ts";
import { boxOf } from "../../model/pieces.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Grammar, IncrementReading, IncrementSource, StoryHead } from "../../model/source.ts";
import { stateOfBox } from "../../model/state.ts";
import { storyHead } from "../../model/stories.ts";
import { itemTask } from "../../model/tasks.ts";
import type { Said } from "../layout.ts";
import { readWritten } from "../written.ts";
import { readChangeSettings, readProjectSettings } from "./configuration.ts";
import { deltaEntries, deltaOn, isDelta, mainEntries, mainSpecOn, type OpenSpecPage } from "./page.ts";
import { capabilityOf, isChange, isStray } from "./places.ts";
import { capabilitiesIn } from "./proposal.ts";

const GRAMMAR: Grammar = { isStrict: false, storyOf: requirement, tasksOf: numberedTasks };

/** What a page says. Never throws. */
export function readOpenSpec(source: IncrementSource, place: IncrementPlace): Said {
  if (place.role === "metadata")
    return { own: said("change", { settings: readChangeSettings(source.text) }) };
  if (place.role === "configuration")
    return { own: said("configuration", { settings: readProjectSettings(source.text) }) };
  return { ...readWritten(source, place, GRAMMAR), own: ownOf(source, place) };
}

function ownOf(source: IncrementSource, place: IncrementPlace): OpenSpecPage {
  const capability = capabilityOf(source.path, place);
  // Nobody asks what an archived change said of requirements: others have changed them since.
  if (place.shelf === "archived") return said(capability === "" ? "other" : "delta", { capability });
  if (capability !== "" && isChange(place))
    return said("delta", { capability, entries: deltaEntries(deltaOn(source)) });
  if (capability !== "") return said("main", { capability, entries: mainEntries(mainSpecOn(source)) });
  if (isStray(source.path, place)) return said("stray", { isLost: isDelta(source) });
  if (place.role === "spec") return said("proposal", { capabilities: capabilitiesIn(source.text) });
  return said("other", {});
}

function said(kind: OpenSpecPage["kind"], own: Partial<OpenSpecPage>): OpenSpecPage {
  return { capability: "", entries: [], capabilities: [], isLost: false, settings: undefined, ...own, kind };
}

/** `### Requirement: Title`, in capitals or not; OpenSpec takes one that is indented for text. */
function requirement(text: string, { content, span, depth }: Heading): StoryHead | undefined {
  const before = text.charCodeAt(span.start - 1);
  if (depth !== 3 || !(span.start === 0 || before === 10 || before === 13 || before === 0xfeff))
    return undefined;
  const match = /^Requirement:[ \t]*(\S.*)$/i.exec(text.slice(content.start, content.end));
  if (!match) return undefined;
  const title = match[1] as string;
  const titleSpan = { start: content.end - title.length, end: content.end };
  const name = title.trim();
  const id: WrittenId = {
    kind: "requirement",
    key: name.toLowerCase(),
    text: ownCopy(name),
    span: titleSpan,
  };
  return storyHead(id, title, titleSpan);
}

/** `- [ ] 1.1 Title`. */
function numberedTasks(reading: IncrementReading): Task[] {
  const { text, facts } = reading;
  return facts.items.flatMap((item) => {
    const box = boxOf(facts, item);
    const line = item.lead;
    const match =
      box &&
      line &&
      /^(\d{1,3}(?:\.\d{1,3}){1,2})[.)]?[ \t]+(\S[^\r\n]*)/.exec(text.slice(line.start, line.end));
    if (!box || !line || !match) return [];
    const [all, digits = "", title = ""] = match;
    const span = { start: line.start, end: line.start + digits.length };
    const titleSpan = { start: line.start + all.length - title.length, end: line.start + all.length };
    const id = { kind: "task" as const, key: `T-${digits}`, text: digits, span };
    const head = {
      id,
      title,
      titleSpan,
      marks: [],
      priority: undefined,
      bold: false,
      sign: undefined,
      flaws: [],
    };
    return [itemTask(reading, head, line, item.span, stateOfBox(box.state, box.span))];
  });
}

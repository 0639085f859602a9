/** User stories and acceptance criteria. */
import type { Span } from "../../text/span.ts";
import { type Head, readHead } from "./head.ts";
import { storyOfCriterion } from "./ids.ts";
import type { Criterion, CriterionRole, Flaw, Story } from "./model.ts";
import { type Section, sectionAbove } from "./outline.ts";
import { fieldsIn, type IncrementReading } from "./source.ts";
import { stateOfBox } from "./state.ts";

const STORY = /^US-(?:[A-Z]{2,8}-)?\d{3,}E?$/;
const CRITERION = /^AC-US\d+E?-\d{2,}$/;

/** The stories of a page, in order. */
export function storiesOf(reading: IncrementReading): Story[] {
  return reading.sections.flatMap(({ head, heading, span }): Story[] => {
    if (head?.id.kind !== "story") return [];
    const flaws: Flaw[] = [...head.flaws];
    if (heading.depth !== 3) flaws.push("depth");
    if (!STORY.test(head.id.text)) flaws.push("id");
    const fields = fieldsIn(reading, { start: heading.span.end, end: span.end });
    const one = (kind: string) => fields.find((field) => field.kind === kind);
    return [
      {
        ...{ id: head.id, title: head.title, titleSpan: head.titleSpan, nameSpan: heading.content },
        ...{ span, form: "heading", depth: heading.depth, flaws, priority: head.priority, fields },
        ...{ role: one("role"), want: one("want"), benefit: one("benefit"), project: one("project") },
        scenarios: [],
      },
    ];
  });
}

/** Sections that say again what others define. */
const SUMMARY =
  /\b(?:summary|overview|status|progress|coverage|matrix|traceability|mapping|checklist|roll-?up|verification|validation|completed?|remaining|deferred|definition of done|success criteria)\b/i;

/** The criteria of a page, in order. */
export function criteriaOf(reading: IncrementReading): Criterion[] {
  const found: Omit<Criterion, "standing">[] = [];
  const { text, facts, number, sections } = reading;
  const summed: boolean[] = [];
  let section = -1;
  let box = 0;
  const storyAt = (at: number) =>
    sections[at]?.head?.id.kind === "story"
      ? sections[at]
      : sectionAbove(sections, at, ({ head }) => head?.id.kind === "story");
  for (const item of facts.items) {
    while ((sections[section + 1]?.span.start ?? Number.POSITIVE_INFINITY) <= item.span.start) section++;
    while ((facts.boxes[box]?.span.start ?? Number.POSITIVE_INFINITY) < item.span.start) box++;
    if (!item.lead) continue;
    const head = readHead(text, item.lead, number);
    if (head?.id.kind !== "criterion") continue;
    const own = facts.boxes[box];
    const boxed = own && own.span.start < item.lead.start ? own : undefined;
    const under = storyAt(section)?.head?.id.key;
    const flaws: Flaw[] = [...head.flaws];
    if (!boxed || !/[ xX]/.test(boxed.state)) flaws.push("box");
    if (!head.bold) flaws.push("bold");
    if (!CRITERION.test(head.id.text)) flaws.push("id");
    summed.push(isSummary(sections, section));
    found.push({
      ...parts(head, { start: item.lead.start, end: head.titleSpan.end }, item.span),
      ...{ form: "item", depth: 0, flaws },
      state: boxed && stateOfBox(boxed.state, boxed.span),
      story: storyOfCriterion(head.id.key) ?? under,
      under,
      fields: fieldsIn(reading, { start: item.lead.end, end: item.span.end }),
    });
  }
  return stand(found, summed, reading.place.role === "spec" || reading.place.role === "requirements");
}

function parts({ id, title, titleSpan }: Head, nameSpan: Span, span: Span) {
  return { id, title, titleSpan, nameSpan, span };
}

function isSummary(sections: readonly Section[], index: number): boolean {
  for (let at = index; at >= 0; at = sections[at]?.above ?? -1) {
    const { head, heading } = sections[at] as Section;
    if (head) return false;
    if (heading.depth > 1 && SUMMARY.test(heading.text)) return true;
  }
  return false;
}

/** Which of the places of each criterion is the one that counts. */
function stand(
  found: readonly Omit<Criterion, "standing">[],
  summed: readonly boolean[],
  defines: boolean,
): Criterion[] {
  const chosen = new Map<string, number>();
  if (defines) {
    const rank = (i: number) => (summed[i] ? 2 : 0) + (found[i]?.state ? 0 : 1);
    for (const [i, { id }] of found.entries()) {
      const before = chosen.get(id.key);
      if (before === undefined || rank(i) < rank(before)) chosen.set(id.key, i);
    }
  }
  return found.map((criterion, i) => {
    const first = chosen.get(criterion.id.key);
    const standing: CriterionRole = !defines
      ? "mirror"
      : first === i
        ? "definition"
        : summed[i]
          ? "repeat"
          : criterion.state || !found[first as number]?.state
            ? "duplicate"
            : "note";
    return { ...criterion, standing };
  });
}

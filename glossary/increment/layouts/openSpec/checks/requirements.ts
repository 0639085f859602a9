/** Requirements without what makes them one: scenarios, a text, a word that binds. */

import { wordsOf } from "../../../../languages/merge.ts";
import type { Edit } from "../../../../text/span.ts";
import type { Severity } from "../../../../workspace/settings/settings.ts";
import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { type Block, isNormative } from "../body.ts";
import { flawsOf } from "../flaws.ts";
import type { Line } from "../lines.ts";
import { type Check, edited, lead, linesBehind, mend, ownOf, type Telling, type Told, told } from "./told.ts";
import { deltaFor, isFrom, mainSpecFor } from "./version.ts";

interface Placed {
  readonly block: Block;
  readonly lines: readonly Line[];
  /** True in a specification in force, of which OpenSpec says a little less. */
  readonly inForce: boolean;
}

/** The requirements that have to say something: those that are added, modified or in force. */
function blocksOn(page: ReadPage, view: IncrementView, kind: string): Placed[] {
  if (kind === "delta") {
    const { lines, added, modified } = deltaFor(page, view);
    return [...added, ...modified].map((block) => ({ block, lines, inForce: false }));
  }
  if (kind !== "main") return [];
  const { lines, blocks } = mainSpecFor(page, view);
  return blocks.map((block) => ({ block, lines, inForce: true }));
}

export const withoutScenario: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind === "delta")
    for (const { block, lines } of blocksOn(page, view, "delta"))
      if (!block.scenarios.some(({ hasBody }) => hasBody)) yield lacking(page, lines, block);
  if (at?.own.kind !== "main") return;
  const spec = mainSpecFor(page, view);
  for (const { kind, name, span, line } of flawsOf(spec)) {
    if (kind !== "no-scenario") continue;
    const block = spec.blocks.find((one) => one.line === line);
    if (block) yield lacking(page, spec.lines, block);
    // What stands directly below “Requirements” is taken for one; other checks say what is wrong with a heading that is meant to be more.
    else if (
      !/^\s*(?:#{1,3}|#{5,6})\s*Scenario\b|^\s*#{1,6}\s*Requirement\s*[:：]/i.test(
        spec.lines[line]?.text ?? "",
      )
    )
      yield told(
        span,
        `OpenSpec takes all that stands below “Requirements” for requirements, and “${name}” has no scenario: put it elsewhere, or below a requirement`,
      );
  }
};

function lacking(page: ReadPage, lines: readonly Line[], block: Block): Told {
  const empty = block.scenarios.find(({ hasBody }) => !hasBody);
  const text = empty
    ? `The scenario “${empty.name}” says nothing, so “${block.name}” has none: add its steps`
    : `“${block.name}” has no scenario, and OpenSpec rejects it: add one with “#### Scenario:”`;
  return told(block.span, text, {
    mends() {
      if (empty)
        return mend("Add the steps of the scenario", [
          ...edited(page, linesBehind(page, lines, empty.line, STEPS)),
        ]);
      const meant = meantScenarios(lines, block);
      if (meant.length > 0) return mend("Write it as a heading “#### Scenario:”", edited(page, ...meant));
      const skeleton = ["", "#### Scenario: …", "", ...STEPS];
      return mend(
        "Add a scenario to fill in",
        edited(page, linesBehind(page, lines, block.end - 1, skeleton)),
      );
    },
  });
}

const STEPS = ["- **WHEN** …", "- **THEN** …"];

/** Scenarios of another form: headings of another depth, items, bold lines. */
const MEANT =
  /^( {0,3}(?:#{1,6}[ \t]*|(?:[-*+][ \t]+)?(?:\*\*)?))Scenario(?: \d{1,3})?[ \t]*[:：][ \t]*(\S.*)$/i;

function meantScenarios(lines: readonly Line[], { line, end }: Block): Edit[] {
  const found: Edit[] = [];
  for (let i = line + 1; i < end; i++) {
    const one = lines[i] as Line;
    const title = one.fenced
      ? undefined
      : MEANT.exec(one.text)?.[2]
          ?.replace(/\*{1,2}[ \t]*$/, "")
          .trim();
    if (title) found.push({ span: { start: one.start, end: one.end }, text: `#### Scenario: ${title}` });
  }
  return found;
}

export const withoutText: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at) return;
  for (const { block, lines } of blocksOn(page, view, at.own.kind)) {
    if (block.text !== "") continue;
    const isSaid = isNormative(block.name);
    const line = isSaid ? sentence(block.name) : "The system SHALL …";
    yield told(
      block.span,
      isSaid
        ? `“${block.name}” is said in the heading alone: say it below, too, where OpenSpec reads it`
        : `“${block.name}” has no text: say below the heading what the system SHALL do`,
      {
        mends: () =>
          mend(
            isSaid ? "Say it below the heading" : "Add a sentence to fill in",
            edited(page, below(page, lines, block, line)),
          ),
      },
    );
  }
};

/** A line below the heading, apart from it where the others are. */
function below(page: ReadPage, lines: readonly Line[], block: Block, line: string): Edit {
  const next = lines[block.line + 1];
  const isApart = next !== undefined && next.text.trim() === "";
  return linesBehind(page, lines, isApart ? block.line + 1 : block.line, isApart ? [line, ""] : [line]);
}

function sentence(name: string): string {
  return /[.!?]$/.test(name) ? name : `${name}.`;
}

export const withoutShall: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at) return;
  for (const { block, lines } of blocksOn(page, view, at.own.kind)) {
    if (block.text === "" || isNormative(block.text)) continue;
    const inHeading = isNormative(block.name);
    yield told(
      block.span,
      inHeading
        ? `“${block.name}” has its SHALL or MUST in the heading alone: say it in the text, too`
        : `The text of “${block.name}” has neither SHALL nor MUST: say in capitals what binds`,
      { ...severityOf(block.text), mends: () => bindings(page, lines, block, inHeading) },
    );
  }
};

/** The small words of English, by which a text is known to be in it. */
const ENGLISH = new Set(wordsOf(({ code, smallWords }) => (code === "en" ? smallWords : undefined)));

/** OpenSpec means English; of other languages it says the same, which is no more than a note to their readers. */
function severityOf(text: string): { readonly severity?: Severity } {
  const isEnglish = (text.toLowerCase().match(/\p{L}+/gu) ?? []).some((word) => ENGLISH.has(word));
  return isEnglish ? {} : { severity: "information" };
}

function bindings(
  page: ReadPage,
  lines: readonly Line[],
  block: Block,
  inHeading: boolean,
): ReturnType<Telling["mends"]> {
  if (inHeading)
    return mend("Say it below the heading", edited(page, below(page, lines, block, sentence(block.name))));
  for (let i = block.line + 1; i < block.end; i++) {
    const { text, start, fenced } = lines[i] as Line;
    if (fenced) continue;
    if (/^#{1,6}\s/.test(text)) break;
    const match = /\b(shall|must)\b/i.exec(text);
    if (!match) continue;
    const word = match[0].toUpperCase();
    const at = start + match.index;
    return mend(`Write ${word}`, edited(page, { span: { start: at, end: at + word.length }, text: word }));
  }
  return [];
}

/** The longest text of a requirement that no version says anything of, in UTF-16 units. */
export const LONGEST_TEXT = 500;

export const tooLong: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at) return;
  const rejected = isFrom(view, "1.14.1");
  for (const { block, inForce } of blocksOn(page, view, at.own.kind)) {
    const { length } = block.text;
    // Until it is rejected, it is mentioned in specifications in force alone.
    if (length <= LONGEST_TEXT || !(rejected || inForce)) continue;
    yield told(
      block.span,
      rejected
        ? `“${block.name}” takes ${length} characters, and OpenSpec 1.14.1 and later reject more than ${LONGEST_TEXT}: make two of it`
        : `“${block.name}” takes ${length} characters: OpenSpec advises no more than ${LONGEST_TEXT}, and rejects more from version 1.14.1 on`,
      rejected ? { severity: "error" } : {},
    );
  }
};

export const withoutSteps: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at || !isFrom(view, "1.16.0")) return;
  for (const { block, lines } of blocksOn(page, view, at.own.kind))
    for (const scenario of block.scenarios) {
      if (!scenario.hasBody) continue;
      const said = lines.slice(scenario.line + 1, scenario.end).map(({ text }) => text);
      const missing = ["WHEN", "THEN"].filter(
        (word) => !said.some((text) => new RegExp(`\\b${word}\\b`, "i").test(text)),
      );
      if (missing.length === 0) continue;
      let last = scenario.end - 1;
      while (last > scenario.line && (lines[last] as Line).text.trim() === "") last--;
      yield told(
        scenario.span,
        `The scenario “${scenario.name}” has no ${missing.join(" and no ")}, and OpenSpec 1.16.0 and later reject it: say when it happens and what can be seen then`,
        {
          mends: () =>
            mend(
              `Add ${missing.join(" and ")} to fill in`,
              edited(
                page,
                linesBehind(
                  page,
                  lines,
                  last,
                  missing.map((word) => `- **${word}** …`),
                ),
              ),
            ),
        },
      );
    }
};

/** The scenarios of a page that stand where OpenSpec does not see them. */
export const unseenScenarios: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (!at || !(at.own.kind === "delta" || at.own.kind === "main")) return;
  const { lines } = at.own.kind === "delta" ? deltaFor(page, view) : mainSpecFor(page, view);
  let below = false;
  for (const line of lines) {
    if (line.fenced || !line.text.includes("#")) continue;
    if (/^#{2,3}\s*(?:Requirement\b|(?:ADDED|MODIFIED)\s)/i.test(line.text)) below = true;
    else if (/^##?\s/.test(line.text)) below = at.own.kind === "main";
    const match = below ? /^( {0,3})(#{1,6})([ \t]*)Scenario[ \t]*[:：]?[ \t]*\S/i.exec(line.text) : null;
    if (!match) continue;
    const [, indent = "", marks = "", space = ""] = match;
    if (indent === "" && marks === "####" && space !== "") continue;
    const length = indent.length + marks.length + space.length;
    const why =
      marks.length !== 4
        ? `“${marks}” begins no scenario, only “####” does`
        : indent === ""
          ? "“####” needs a blank behind it"
          : "a heading of OpenSpec begins its line";
    const span = { start: line.start + indent.length, end: line.end };
    yield told(span, `OpenSpec does not see this scenario: ${why}`, {
      mends: () => mend("Put the scenario at “####”", edited(page, lead(line, length, "#### "))),
    });
  }
};

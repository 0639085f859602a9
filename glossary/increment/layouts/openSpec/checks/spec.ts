/** Specifications in force: what they have to have besides requirements. */

import type { IncrementView, ReadPage } from "../../../index/view.ts";
import { flawsOf } from "../flaws.ts";
import { SHORTEST_PURPOSE } from "../mainSpec.ts";
import { type Check, edited, linesBehind, mend, ownOf, told } from "./told.ts";
import { mainSpecFor } from "./version.ts";

export const incompleteSpecs: Check = function* (page, view) {
  const at = ownOf(page, view);
  if (at?.own.kind !== "main") return;
  const spec = mainSpecFor(page, view);
  for (const { kind, span } of flawsOf(spec))
    switch (kind) {
      case "no-purpose":
        yield told(
          span,
          spec.purpose
            ? `The Purpose is empty: say what ${at.own.capability} is for`
            : `There is no section “Purpose”: say what ${at.own.capability} is for`,
          { severity: "error", mends: () => withPurpose(page, view) },
        );
        break;
      case "no-requirements":
        yield told(span, "There is no section “Requirements”: put the requirements under “## Requirements”", {
          severity: "error",
          mends: () => withRequirements(page, view),
        });
        break;
      case "no-requirement":
        yield told(span, "There is no requirement here: add one with “### Requirement:”", {
          severity: "error",
        });
        break;
      case "placeholder":
        yield told(
          span,
          `Nobody has written this Purpose yet: say what ${at.own.capability} is for, in at least ${SHORTEST_PURPOSE} characters`,
        );
        break;
      case "short-purpose":
        yield told(
          span,
          `This Purpose has ${spec.purpose?.text.length} characters, and strict validation wants ${SHORTEST_PURPOSE}: say a little more`,
        );
        break;
    }
};

function withPurpose(page: ReadPage, view: IncrementView) {
  const { lines, purpose, section } = mainSpecFor(page, view);
  if (purpose) return [];
  // Two hundred lines of front matter and notes are enough to look behind for a title.
  const title = lines.slice(0, 200).findIndex(({ text, fenced }) => !fenced && /^#\s+\S/.test(text));
  const added = ["## Purpose", "", "…"];
  if (title >= 0 && (!section || title < section.line))
    return mend("Add a Purpose to fill in", edited(page, linesBehind(page, lines, title, ["", ...added])));
  const start = section ? (lines[section.line]?.start ?? 0) : (lines[0]?.start ?? 0);
  return mend(
    "Add a Purpose to fill in",
    edited(page, { span: { start, end: start }, text: `${added.join("\n")}\n\n` }),
  );
}

/** The heading above the first requirement, where all stand behind it. */
function withRequirements(page: ReadPage, view: IncrementView) {
  const { lines, outside, deltas } = mainSpecFor(page, view);
  const [first] = outside;
  const line = first && lines[first.line];
  if (!line || deltas.length > 0) return [];
  const span = { start: line.start, end: line.start };
  return mend(
    "Put “## Requirements” above the first one",
    edited(page, { span, text: "## Requirements\n\n" }),
  );
}

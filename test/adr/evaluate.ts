/** What the ADR model and its first rule say about pages on disk; `npm run eval:adr` compares it with labels. */

import {
  type AdrDocument,
  judge,
  judgeEntries,
  type Rationale,
  readAdr,
} from "../../glossary/adr/model/index.ts";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { positionAt } from "../../glossary/text/lines.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { rethrow } from "../fixture.ts";

export interface Evaluated {
  readonly kind: AdrDocument["kind"] | "none";
  readonly style: string;
  readonly status: string;
  /** Of an ADR file; `na` for all other pages. Exemptions do not count here. */
  readonly rationale: Rationale | "na";
  /** Decisions within the page; lines are counted from 1. */
  readonly entries: readonly { readonly id: string; readonly line: number; readonly rationale: Rationale }[];
  /** What the rule reports. */
  readonly reported: readonly { readonly line: number; readonly inline: boolean; readonly message: string }[];
}

const RATIONALE = RULES.filter(({ id }) => id === "adr/missing-rationale");

/** Reads one page alone. */
export function evaluate(path: string, text: string): Evaluated {
  const host = new AnalysisHost();
  host.apply({ open: [path], put: new Map([[path, text]]), complete: true });
  const snapshot = host.snapshot();
  const page = snapshot.pages.get(path);
  if (!isRead(page)) throw new Error(`${path} is no page`);
  const document = readAdr(page);
  const lineOf = (offset: number) => positionAt(page.lines, offset).line + 1;
  const reported = diagnose(RATIONALE, snapshot, page, rethrow);
  return {
    kind: document?.kind ?? "none",
    style: document?.style ?? "",
    status: document?.statuses[0]?.text ?? "",
    rationale: document?.kind === "record" ? judge(page, document).rationale : "na",
    entries: judgeEntries(page, page.exports.adr.entries).map(({ id, nameSpan, rationale }) => ({
      id: id.digits,
      line: lineOf(nameSpan.start),
      rationale,
    })),
    reported: reported.map(({ span, message }) => ({
      line: lineOf(span.start),
      inline: document?.kind !== "record",
      message,
    })),
  };
}

import { defineRule } from "../../rule/rule.ts";
import { shift } from "../../text/span.ts";
import { onTargetLines } from "../index/targets.ts";
import type { TargetView } from "../index/view.ts";
import { isRequired } from "../model/roles.ts";
import { NAMES, VAGUE } from "../model/vague.ts";

export const vague = defineRule<string, TargetView>({
  id: "target/vague",
  since: "0.1.0",
  severity: "hint",
  scope: "page",
  summary: "A criterion asks for speed or capacity without a number.",
  why: `*The search is fast* can be neither tested nor missed: everybody imagines another number. *P95 < 200 ms at 50
requests/sec* can.

Reported are words such as *fast*, *quickly*, *scalable*, *low latency* or *high availability* in criteria and requirements
that have no number at all. Names and figures of speech (*quick start*, *fail fast*, \`--quick\`, *find it
quickly*) are left alone, and so is what is shown as a bad example (❌). Word lists are never sure, so it is a hint.`,
  measured: `Never in 2,384 pages of six repositories, archives included: of the three criteria with such a word, one
is about *responsive design* and two about showing things in real time. Once on 81 pages made of requirements of some 70
other public repositories, and right. Four times on 159 further pages, one of them arguable, as a table below gives the
numbers.

On 54 public repositories that no rule was tuned to, every finding read on 2026-12-01: none.`,
  examples: [
    {
      title: "A wish",
      path: "increments/0001-search/spec.md",
      bad: "# Search\n\n- [ ] **AC-US1-01**: The search «is fast»\n- [ ] **AC-US1-02**: Results appear «instantly»\n- [ ] **NFR-001**: The service has «high availability»\n",
    },
    {
      title: "Without an id",
      path: ".kiro/specs/search/requirements.md",
      bad: "# Search\n\n#### Acceptance Criteria\n\n1. WHEN a title is entered THE SYSTEM SHALL return results «quickly»\n2. WHEN nothing is found THE SYSTEM SHALL say so\n",
    },
    {
      title: "A number, or another meaning",
      path: "increments/0001-search/spec.md",
      good: "# Search\n\n- [ ] **AC-US1-01**: The search is fast: P95 < 200 ms\n- [ ] **AC-US1-02**: `--quick` skips the tests\n- [ ] **AC-US1-03**: The quick start works, and the import fails fast\n- [ ] **AC-US1-04**: A reader finds the page quickly\n- [ ] **AC-US1-05**: Digital products come with instant access\n- [ ] **AC-US1-06**: The menu offers quick access to settings\n- [ ] **AC-US1-07**: The check is fast enough to run on each commit\n- [ ] **AC-US1-08**: When users click rapidly one order is made\n- ❌ **NFR-001**: The system MUST be fast\n\nThe new engine is fast.\n\n## ❌ Bad examples\n\n- **NFR-002**: The system MUST respond quickly\n",
    },
  ],
  message: (words) => `“${words}” cannot be tested: say how much, such as “P95 < 200 ms at 50 requests/sec”`,

  *check({ page }) {
    yield* vagueOn(page);
  },
});

const vagueOn = onTargetLines(({ role, id, text, span }) => {
  if (role !== "criterion" || (id === undefined && !isRequired(text))) return [];
  const at = id === undefined ? 0 : text.indexOf(id);
  const behind = text.slice(at + (id ?? "").length).replace(/\(P\d\)|\b[A-Z]+(?:-[A-Z]*)?\d[\w-]*/g, "");
  if (at < 0 || /\d/.test(behind) || NAMES.test(text)) return [];
  return [...text.matchAll(VAGUE)].map(({ 0: data, index }) => ({
    span: shift({ start: index, end: index + data.length }, span.start),
    data,
  }));
});

/** Whether a record says why, in the styles that have sections of their own. */
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";

/** By style: the path, a record with a reason, and the same record without it. */
const STYLES: Readonly<Record<string, readonly [path: string, reasoned: string, bare: string]>> = {
  "dated decision record": [
    "docs/decision-records/2024-03-04-token-cache/README.md",
    "# Token Cache\n\n## Decision\n\nTokens are cached for a minute.\n\n## Rationale\n\nThe identity provider limits us to ten requests a second.\n\n## Approach\n\nA map with a timer.\n",
    "# Token Cache\n\n## Decision\n\nTokens are cached for a minute.\n\n## Approach\n\nA map with a timer.\n",
  ],
  "dated decision record with headings of the first level": [
    "docs/decision-records/2024-03-05-token-store/README.md",
    "# Decision\n\nTokens are stored in a file.\n\n# Rationale\n\nA file survives the restart of the only process there is.\n",
    "# Decision\n\nTokens are stored in a file.\n\n# Approach\n\nOne line a token.\n",
  ],
  "need, approach, benefit, competition": [
    "content/ADR-58-names.md",
    "---\nadr: 58\ntitle: Names\nstatus: Living\n---\n\n## Need\n\nPeople cannot tell two avatars apart when both use one name.\n\n## Approach\n\nA name is claimed once.\n\n## Benefit\n\nNobody can pretend to be somebody else in a world that is not theirs.\n",
    "---\nadr: 58\ntitle: Names\nstatus: Living\n---\n\n## Approach\n\nA name is claimed once.\n",
  ],
  EdgeX: [
    "docs/adr/0011-device-profiles.md",
    "# Device Profiles\n\n## Submitters\n\n- A. Writer\n\n## Change Log\n\n- [approved](https://example.org/1) (2024-01-02)\n\n## Referenced Use Case(s)\n\n- Profiles\n\n## Decision\n\nProfiles are read once, because a device never changes what it can do.\n",
    "# Device Profiles\n\n## Submitters\n\n- A. Writer\n\n## Change Log\n\n- [approved](https://example.org/1) (2024-01-02)\n\n## Referenced Use Case(s)\n\n- Profiles\n\n## Decision\n\nProfiles are read once.\n",
  ],
  "status in the heading": [
    "docs/adr/0012-letters.md",
    "# [012] Letters\n\n## Status - ACTIVE\n\n## Decided Approach\n\nLetters are sent as PDF so that every clinic can print them.\n",
    "# [012] Letters\n\n## Status - ACTIVE\n\n## Decided Approach\n\nLetters are sent as PDF.\n",
  ],
  "Tyree and Akerman as labels": [
    "docs/adr/0013-styles.md",
    "# Styles\n\n- **Issue**: How do we write styles?\n- **Decision**: Plain style sheets.\n- **Status**: Decided\n- **Argument**: Both frameworks ask for a build step that nobody wants to look after.\n",
    "# Styles\n\n- **Decision**: Plain style sheets.\n- **Status**: Decided\n",
  ],
  "one sentence": [
    "docs/adr/0014-carts.md",
    "# ADR-0014: Carts\n\n**Status**: Accepted\n\nIn the context of the checkout, facing lost carts, we decided for a table and neglected sessions, to achieve carts that survive a restart, accepting one more read.\n",
    "# ADR-0014: Carts\n\n**Status**: Accepted\n\nWe decided for a table.\n",
  ],
  "business case": [
    "docs/adr/0015-mail.md",
    "# Mail Provider\n\nStatus: approved\n\n## Evaluation Criteria\n\n- Price\n- Delivery\n\n## Candidates to Consider\n\n- Swift Mail\n- Pigeon\n\n## Recommendation\n\nPigeon, because it delivers for half the price.\n",
    "# Mail Provider\n\nStatus: approved\n\n## Recommendation\n\nPigeon.\n",
  ],
  Planguage: [
    "docs/adr/0016-limits.md",
    "# Limits\n\n**Tag**: Limits\n\n**Gist**: Requests are limited.\n\n**Status**: accepted\n\n**Rationale**: One client took down all others in March.\n",
    "# Limits\n\n**Tag**: Limits\n\n**Gist**: Requests are limited.\n\n**Status**: accepted\n",
  ],
  "emoji, numbers and capitals in headings": [
    "docs/adr/0017-search.md",
    "# ADR-0017 – Search\n\n## 1. STATUS\n\n✅ **ACCEPTED**\n\n## 2. 🎯 DECISION\n\nWe search with the database.\n\n## 3. 💡 WHY\n\nIt is there, it is quick enough, and nobody runs a second service.\n",
    "# ADR-0017 – Search\n\n## 1. STATUS\n\n✅ **ACCEPTED**\n\n## 2. 🎯 DECISION\n\nWe search with the database.\n",
  ],
  "a table of properties": [
    "docs/adr/0018-images.md",
    "# Images\n\n| Property | Value |\n|---|---|\n| Status | Accepted |\n| Date | 2024-05-06 |\n\n## Decision\n\nImages are scaled when they are uploaded, which saves us the work on each request.\n",
    "# Images\n\n| Property | Value |\n|---|---|\n| Status | Accepted |\n| Date | 2024-05-06 |\n\n## Decision\n\nImages are scaled when they are uploaded.\n",
  ],
  "answers under questions": [
    "docs/adr/0019-queue.md",
    "# ADR-0019: Queue\n\n**Status**: Accepted\n\n## What did we decide?\n\nOne queue.\n\n## Why did we decide so?\n\nTwo queues were read in another order on every second day.\n",
    "# ADR-0019: Queue\n\n**Status**: Accepted\n\n## What did we decide?\n\nOne queue.\n",
  ],
};

describe("a record", () => {
  for (const [style, [path, reasoned, bare]] of Object.entries(STYLES)) {
    it(`${style}, with a reason`, () => expect(evaluate(path, reasoned).rationale).toBe("present"));
    it(`${style}, without one`, () => expect(evaluate(path, bare).rationale).toBe("missing"));
  }
});

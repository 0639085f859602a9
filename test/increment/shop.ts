/** A small increment with a copy in the living docs, for tests of what readers ask for. `$0` and `«…»` are put in by them. */
export const FOLDER = ".specweave/increments/0007-cart";
export const SPEC = `${FOLDER}/spec.md`;
export const PLAN = `${FOLDER}/plan.md`;
export const TASKS = `${FOLDER}/tasks.md`;
export const REPORTS = `${FOLDER}/reports`;
export const COPY = ".specweave/docs/internal/specs/shop/FS-007/us-001-fill-the-cart.md";
export const FEATURE = ".specweave/docs/internal/specs/shop/FS-007/FEATURE.md";

const FILES: Readonly<Record<string, string>> = {
  [SPEC]: `---
increment: 0007-cart
status: active
priority: P1
---

# Feature: Cart

### US-001: Fill the cart (P1)

**As a** shopper
**I want** to collect articles
**So that** I pay once

- [x] **AC-US1-01**: An article is added
- [ ] **AC-US1-02**: An article is added twice
- [ ] **AC-US1-03**: A sold-out article is refused

### US-002: Empty the cart (P2)

- [ ] **AC-US2-01**: All articles go

### FR-001: One cart

There is one cart for each shopper, on all devices.
`,
  [PLAN]: `# Plan

The table serves AC-US1-01 and AC-US01-02, see FS-007 and US1.

\`\`\`gherkin
# AC-US1-01
\`\`\`
`,
  [TASKS]: `---
increment: 0007-cart
by_user_story:
  US-001: 2
---

# Tasks: Cart

## User Story: US-001 - Fill the cart

### T-001: Add an article

**User Story**: US-001 | **Satisfies ACs**: AC-US1-01, AC-US1-02 | **Status**: [x] completed

- [x] Write the table
- [x] Read it

**Test**: Given an empty cart → When an article is added → Then it holds one

### T-002: Refuse what is sold out

**User Story**: US-001 | **Satisfies ACs**: AC-US1-02 | **Status**: [ ] pending
**Dependencies**: T-001

| Test | AC |
|------|----|
| TC-001 | AC-US1-02 |
`,
  [COPY]: `---
id: US-001
feature: FS-007
---

# US-001: Fill the cart

- [x] **AC-US1-01**: An article is added
`,
  [FEATURE]: `---
id: FS-007
---

# Cart
`,
};

/** The files as a fixture; `changed` are pages that are written otherwise, by path. */
export function shop(changed: Readonly<Record<string, (text: string) => string>> = {}): string {
  return Object.entries(FILES)
    .map(([path, text]) => `-- ${path} --\n${changed[path]?.(text) ?? text}`)
    .join("");
}

/** The same with `$0` behind the first `|` of a piece of a page: `AC-US|1-01` puts it into the first AC-US1-01. */
export function shopAt(path: string, piece: string): string {
  const plain = piece.replace("|", "");
  return shop({
    [path]: (text) => {
      if (!text.includes(plain)) throw new Error(`${path} does not say ${plain}`);
      return text.replace(plain, () => piece.replace("|", "$0"));
    },
  });
}

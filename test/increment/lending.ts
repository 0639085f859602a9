/** A small specification in the layout of Kiro, for tests of what can be done with it. */
export const FOLDER = ".kiro/specs/lending";
export const SPEC = `${FOLDER}/requirements.md`;
export const DESIGN = `${FOLDER}/design.md`;
export const TASKS = `${FOLDER}/tasks.md`;

export type Files = Readonly<Record<string, string>>;

export const FILES: Files = {
  [SPEC]: `# Requirements Document

## Requirements

### Requirement 1: Lend

**User Story:** As a reader, I want to borrow books, so that I need not buy them.

#### Acceptance Criteria

1. WHEN a reader shows a card, THE desk SHALL lend the book
2. IF the card has expired, THEN THE desk SHALL refuse

### Requirement 2: Give back

#### Acceptance Criteria

1. WHEN a book comes back, THE desk SHALL clear the loan
2. WHILE a fine is due, THE desk SHALL ask for it
`,
  [DESIGN]: `# Design Document

The loan is a row, as requirement 1.1 says.

**Validates: Requirements 2.1**

\`\`\`text
Requirements: 1.1
\`\`\`
`,
  [TASKS]: `# Implementation Plan

- [x] 1. Loans
  - [x] 1.1 Keep loans
    - _Requirements: 1.1, 1.2_
  - [ ]* 1.2 Test loans
    - **Validates: Requirements 1.1**
- [ ] 2. Clear the loan of a book that comes back
  - _Requirements: 2.1_
- [ ] 3. Checkpoint
`,
};

/** The files with other tasks. */
export const withTasks = (change: (text: string) => string): Files => ({
  ...FILES,
  [TASKS]: change(FILES[TASKS] as string),
});

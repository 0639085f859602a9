/** The text of new increments and of what is added to them. `{{…}}` is what the author fills in. */

export const INCREMENT_TYPES = [
  "feature",
  "bug",
  "hotfix",
  "change-request",
  "refactor",
  "experiment",
] as const;
export const PRIORITIES = ["P0", "P1", "P2", "P3"] as const;

/** What a new increment is made of. Nothing in it goes over more than one line. */
export interface IncrementDraft {
  /** `0047-cart-review` */
  readonly name: string;
  readonly title: string;
  /** One of `INCREMENT_TYPES`, or another word. */
  readonly type: string;
  readonly priority: string;
  /** The project that the stories are for, where the repository names its projects. */
  readonly project: string | undefined;
  /** `2025-01-31` */
  readonly date: string;
  /** `2025-01-31T09:12:00Z` */
  readonly instant: string;
  readonly testMode: string;
  /** In per cent. */
  readonly coverageTarget: number;
}

export const OUTCOME = "Given {{situation}}, when {{action}}, then {{outcome}}";

/** The files of a new increment, by name; the first is where the author begins. */
export function incrementFiles(draft: IncrementDraft): readonly (readonly [name: string, text: string])[] {
  return [
    ["spec.md", specText(draft)],
    ["plan.md", planText(draft)],
    ["tasks.md", tasksText(draft)],
    ["metadata.json", metadataText(draft)],
  ];
}

/** A user story with its first criterion; `number` is what its criteria are called by: `1` of `US-001`. */
export function storyText(story: {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly priority: string | undefined;
  readonly project: string | undefined;
  readonly depth: number;
  readonly criteria: number;
}): string {
  const { id, number, title, priority, project, depth } = story;
  const criteria = Array.from({ length: story.criteria }, (_, i) =>
    criterionText("-", `AC-US${number}-${String(i + 1).padStart(2, "0")}`),
  );
  return blocks(
    `${"#".repeat(depth)} ${id}: ${title}${priority ? ` (${priority})` : ""}`,
    project ? `**Project**: ${project}` : "",
    "**As a** {{role}}\n**I want** {{wish}}\n**So that** {{reason}}",
    "**Acceptance Criteria**:",
    criteria.join("\n"),
  );
}

/** An acceptance criterion as an item of a list. */
export function criterionText(marker: string, id: string): string {
  return `${marker} [ ] **${id}**: ${OUTCOME}`;
}

/** A task; `fields` as in “one line with bars”, the form of most repositories, or one below the other. */
export function taskText(task: {
  readonly id: string;
  readonly title: string;
  readonly story: string | undefined;
  readonly criteria: readonly string[];
  readonly depth: number;
  readonly bars: boolean;
}): string {
  const { id, title, story, criteria, depth, bars } = task;
  const fields = [
    ...(story ? [`**User Story**: ${story}`] : []),
    ...(criteria.length > 0 ? [`**Satisfies ACs**: ${criteria.join(", ")}`] : []),
    "**Status**: [ ] pending",
  ];
  return blocks(
    `${"#".repeat(depth)} ${id}: ${title}`,
    // Two spaces would be a line break of Markdown; the fields of stories have none either.
    fields.join(bars ? " | " : "\n"),
    "**Implementation**: {{What changes, and where}}",
    "**Test**: Given {{situation}} → When {{action}} → Then {{outcome}}",
  );
}

/** The head of `tasks.md`. */
export function tasksHead(title: string): string {
  return `# Tasks: ${title}`;
}

function specText(draft: IncrementDraft): string {
  const { name, title, type, priority, project, date, testMode, coverageTarget } = draft;
  const kind = type
    .split("-")
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join(" ");
  return page(
    [
      "---",
      `increment: ${name}`,
      `title: ${JSON.stringify(title)}`,
      `type: ${type}`,
      `priority: ${priority}`,
      "status: planning",
      `created: ${date}`,
      "structure: user-stories",
      `test_mode: ${testMode}`,
      `coverage_target: ${coverageTarget}`,
      "---",
    ].join("\n"),
    `# ${kind}: ${title}`,
    section("Overview", "{{What changes, for whom, and why now}}"),
    "## User Stories",
    storyText({
      ...{ id: "US-001", number: "1", title: "{{What the user can do}}", priority, project },
      ...{ depth: 3, criteria: 2 },
    }),
    "## Functional Requirements",
    "### FR-001: {{Requirement}}",
    "{{What the system does, in sentences that can be checked}}",
    section("Success Criteria", "- {{What is measured, and from which value on it is a success}}"),
    section("Out of Scope", "- {{What stays as it is}}"),
    section("Dependencies", "- {{What has to be there first}}"),
  );
}

function planText({ title }: IncrementDraft): string {
  return page(
    `# Implementation Plan: ${title}`,
    section("Overview", "{{How the specification is met, in a few sentences}}"),
    "## Architecture",
    "### Components",
    "- **{{Component}}**: {{what it is responsible for}}",
    "### Data Model",
    "{{What is stored, and what changes about it}}",
    "### API Contracts",
    "{{What others call, with answers and errors}}",
    section("Design", "{{How the parts work together}}"),
    section("Rationale", "{{Why it is done this way, and what else was considered}}"),
    section("Technology Stack", "{{What is used, and what of it is new}}"),
    "**Architecture Decisions**:",
    "- {{Decision}}, because {{reason}}",
    section("Implementation Phases", "1. {{First step that can be shown}}\n2. {{Next step}}"),
    section("Testing Strategy", "{{Which kind of test shows what}}"),
    section("Technical Challenges", "- **{{Challenge}}**: {{how it is met}}"),
  );
}

function tasksText({ title }: IncrementDraft): string {
  return page(
    tasksHead(title),
    taskText({
      ...{ id: "T-001", title: "{{What is done}}", story: "US-001", criteria: ["AC-US1-01", "AC-US1-02"] },
      ...{ depth: 3, bars: true },
    }),
  );
}

function metadataText(draft: IncrementDraft): string {
  const { name, type, priority, project, instant, testMode, coverageTarget } = draft;
  const metadata = {
    ...{ id: name, status: "planning", type, priority, created: instant, lastActivity: instant },
    ...{ testMode, coverageTarget, feature_id: null, epic_id: null, externalLinks: {} },
    planning: { parallel: false },
    ...(project && { project }),
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

function section(name: string, text: string): string {
  return `## ${name}\n\n${text}`;
}

function blocks(...all: readonly string[]): string {
  return all.filter((block) => block !== "").join("\n\n");
}

function page(...all: readonly string[]): string {
  return `${blocks(...all)}\n`;
}

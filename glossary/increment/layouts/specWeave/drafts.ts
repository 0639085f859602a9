/** The text of new increments and of what is added to them. `{{…}}` is what the author fills in. */
import { criterionLine, headingLine, type NewTask, TASK_STYLE, taskLines } from "../../edits/edits.ts";
import type { Files } from "../layout.ts";

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

const CRITERIA = ["AC-US1-01", "AC-US1-02"];

export const OUTCOME = "Given {{situation}}, when {{action}}, then {{outcome}}";

/** The files of a new increment, by name; the first is where the author begins. */
export function incrementFiles(draft: IncrementDraft): Files {
  return [
    ["spec.md", specText(draft)],
    ["plan.md", planText(draft)],
    ["tasks.md", tasksText(draft)],
    ["metadata.json", metadataText(draft)],
  ];
}

/** A user story with criteria to fill in. */
export function storyLines(story: {
  readonly id: string;
  readonly priority: string | undefined;
  readonly project: string | undefined;
  /** The ids of its criteria. */
  readonly criteria: readonly string[];
}): string[] {
  const { id, priority, project, criteria } = story;
  return [
    headingLine(id, "{{What the user can do}}", priority ? ` (${priority})` : ""),
    "",
    ...(project ? [`**Project**: ${project}`, ""] : []),
    "**As a** {{role}}",
    "**I want** {{wish}}",
    "**So that** {{reason}}",
    "",
    "**Acceptance Criteria**:",
    "",
    ...criteria.map((one) => criterionLine(one, OUTCOME)),
  ];
}

/** A task to fill in. */
export function newTask(id: string, story: string | undefined, criteria: readonly string[]): NewTask {
  const scenario = "Given {{situation}} → When {{action}} → Then {{outcome}}";
  return { id, title: "{{What is done}}", story, criteria, scenario };
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
    storyLines({ id: "US-001", priority, project, criteria: CRITERIA }).join("\n"),
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
  return page(tasksHead(title), taskLines(TASK_STYLE, newTask("T-001", "US-001", CRITERIA)).join("\n"));
}

function metadataText(draft: IncrementDraft): string {
  const { name, type, priority, project, instant, testMode, coverageTarget } = draft;
  const metadata = {
    id: name,
    status: "planning",
    type,
    priority,
    created: instant,
    lastActivity: instant,
    testMode,
    coverageTarget,
    feature_id: null,
    epic_id: null,
    externalLinks: {},
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

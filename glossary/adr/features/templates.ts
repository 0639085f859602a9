/** The text of a new decision record in each style. `{…}` is what the author fills in. */
import type { AdrTool } from "../index/tools.ts";
import type { AdrStyle } from "../model/index.ts";

export type AdrTemplate = "nygard" | "madr" | "madr-minimal" | "specweave" | "y-statement";

export const ADR_TEMPLATES: readonly {
  readonly id: AdrTemplate;
  readonly name: string;
  readonly about: string;
}[] = [
  { id: "nygard", name: "Nygard", about: "Status, context, decision, consequences" },
  { id: "madr", name: "MADR 4", about: "Front matter, options with their arguments, outcome, confirmation" },
  { id: "madr-minimal", name: "MADR 4, minimal", about: "Front matter, options, outcome" },
  { id: "specweave", name: "SpecWeave", about: "Status lines, decision, consequences, alternatives" },
  {
    id: "y-statement",
    name: "Y-statement",
    about: "One sentence: in the context of …, facing …, we decided for …",
  },
];

/** What a record is made of. */
export interface Draft {
  readonly title: string;
  /** As in the file name; empty where records are dated. */
  readonly digits: string;
  readonly date: string;
  /** Links to what it supersedes. */
  readonly supersedes: readonly string[];
  /** The tool that reads the folder. */
  readonly tool?: AdrTool["tool"] | undefined;
}

/** The template that goes with the records there are; `undefined` where they have a style of their own. */
export function templateOf(style: AdrStyle | undefined): AdrTemplate | undefined {
  switch (style) {
    case "nygard":
    case "specweave":
    case "y-statement":
      return style;
    case "madr":
    case "madr-bullets":
    case "log4brains":
    case "numbered-matter":
      return "madr-minimal";
    default:
      return undefined;
  }
}

/** The page of a new record. */
export function draftText(template: AdrTemplate, draft: Draft): string {
  const { title, digits, date } = draft;
  if (draft.tool === "log4brains") return forLog4brains(template, draft);
  const supersedes = draft.supersedes.map((link) => `Supersedes ${link}.`).join("\n");
  const number = digits === "" ? "" : `${Number.parseInt(digits, 10)}. `;
  const adr = digits === "" ? "" : `ADR-${digits}: `;
  const matter = `---\nstatus: proposed\ndate: ${date}\ndecision-makers: {names}\n---`;
  switch (template) {
    case "nygard":
      return blocks(
        `# ${number}${title}`,
        `Date: ${date}`,
        "## Status",
        // npm adr 1.5.2 reads the last line with a day.
        draft.tool === "adr" ? `${date} proposed` : "Proposed",
        supersedes,
        section("Context", "{What forces us to decide, and what limits the choice}"),
        section("Decision", "We {do this}, because {of this reason}."),
        section("Consequences", "{What becomes easier, and what harder}"),
      );
    case "specweave":
      return blocks(
        `# ${adr}${title}`,
        `**Status**: Proposed\n**Date**: ${date}\n**Deciders**: {names}`,
        supersedes,
        section("Context", "{What forces us to decide, and what limits the choice}"),
        section("Decision", "We {do this}, because {of this reason}."),
        section(
          "Consequences",
          "### Positive\n\n- {What becomes easier}\n\n### Negative\n\n- {What becomes harder}",
        ),
        section(
          "Alternatives Considered",
          "### {Alternative}\n\n{What it is}. Rejected because {of this reason}.",
        ),
      );
    case "y-statement":
      return blocks(
        `# ${adr}${title}`,
        `**Status**: Proposed\n**Date**: ${date}`,
        supersedes,
        section(
          "Decision",
          "In the context of {use case},\nfacing {concern},\nwe decided for {option}\nand against {other options},\nto achieve {quality},\naccepting {downside},\nbecause {reason}.",
        ),
      );
    case "madr":
      return blocks(
        matter,
        `# ${title}`,
        supersedes,
        section("Context and Problem Statement", "{What we have to decide, and why now}"),
        section("Decision Drivers", "* {What the choice is measured by}"),
        section("Considered Options", "* {First option}\n* {Second option}"),
        section("Decision Outcome", 'Chosen option: "{First option}", because {of this reason}.'),
        "### Consequences",
        "* Good, because {of this gain}\n* Bad, because {of this cost}",
        "### Confirmation",
        "{How we will see that it is done}",
        section(
          "Pros and Cons of the Options",
          "### {First option}\n\n* Good, because {argument}\n* Bad, because {argument}",
        ),
        "### {Second option}",
        "* Good, because {argument}\n* Bad, because {argument}",
      );
    case "madr-minimal":
      return blocks(
        matter,
        `# ${title}`,
        supersedes,
        section("Context and Problem Statement", "{What we have to decide, and why now}"),
        section("Considered Options", "* {First option}\n* {Second option}"),
        section("Decision Outcome", 'Chosen option: "{First option}", because {of this reason}.'),
        "### Consequences",
        "* Good, because {of this gain}\n* Bad, because {of this cost}",
      );
  }
}

/** What Log4brains 1.1.0 reads: the list below the title, and no front matter or section. */
function forLog4brains(template: AdrTemplate, { title, date, supersedes }: Draft): string {
  const text = draftText(template, { title, digits: "", date, supersedes: [] });
  const from = text.search(/^## (?!Status$)/m);
  const links = supersedes.map((link) => `- Supersedes ${link}`).join("\n");
  return blocks(
    `# ${title}`,
    `- Status: proposed\n- Date: ${date}`,
    text.slice(from).trimEnd(),
    links === "" ? "" : section("Links", links),
  );
}

function section(name: string, text: string): string {
  return `## ${name}\n\n${text}`;
}

function blocks(...all: readonly string[]): string {
  return `${all.filter((block) => block !== "").join("\n\n")}\n`;
}

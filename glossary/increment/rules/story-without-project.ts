import { defineRule } from "../../rule/rule.ts";
import { positionAt } from "../../text/lines.ts";
import { linesAfter, targetOf } from "../edits/edits.ts";
import { activeIncrement } from "../index/active.ts";
import type { IncrementView } from "../index/view.ts";
import { layoutsThat } from "../layouts/concerns.ts";
import { specWeave } from "../layouts/specWeave/layout.ts";
import type { Story } from "../model/index.ts";

export const storyWithoutProject = defineRule<Story, IncrementView>({
  id: "increment/story-without-project",
  since: "0.1.0",
  severity: "warning",
  scope: "workspace",
  concerns: layoutsThat((one) => one === specWeave),
  summary: "A user story does not say which project it belongs to, where there are several.",
  why: `In a workspace of several projects SpecWeave files a story, its issues and its copy in the documentation by the line
\`**Project**: name\`, and refuses a specification without it.

Reported where \`.specweave/config.json\` names at least two projects (\`multiProject\`, \`workspace\`), or where another story of
the same specification states its project.`,
  measured: `Never in specweave, which has one project and stories without that line (224 of them).`,
  examples: [
    {
      title: "Two projects",
      path: ".specweave/increments/0012-search/spec.md",
      given: { ".specweave/config.json": '{ "multiProject": { "projects": { "shop": {}, "stock": {} } } }' },
      bad: "### «US-001: Search (P1)»\n\n**As a** buyer\n**I want** to search\n\n### US-002: Filter\n\n**Project**: stock\n",
      good: "### US-001: Search (P1)\n\n**Project**: shop\n\n**As a** buyer\n**I want** to search\n\n### US-002: Filter\n\n**Project**: stock\n",
      fix: "Add the project shop",
    },
    {
      title: "One project",
      path: ".specweave/increments/0012-search/spec.md",
      given: { ".specweave/config.json": '{ "multiProject": { "projects": { "shop": {} } } }' },
      good: "### US-001: Search (P1)\n\n**As a** buyer\n",
    },
  ],
  message({ id }) {
    return `${id.text} does not say which project it belongs to: add “**Project**: …”`;
  },

  *check({ page, snapshot }) {
    const own = page.exports.increment;
    if (own?.place.role !== "spec") return;
    const { projects } = snapshot.increments;
    if (projects.length === 0 || !own.stories.some(({ project }) => !project)) return;
    if (projects.length < 2 && !own.stories.some(({ project }) => project)) return;
    if (!activeIncrement(page, snapshot)) return;
    for (const story of own.stories) if (!story.project) yield { span: story.nameSpan, data: story };
  },

  fixes({ data: story }, { page, snapshot }) {
    const target = targetOf(page);
    if (!target) return [];
    const next = page.lines.find((line) => line > story.nameSpan.end);
    const blank = next !== undefined && /^[ \t]*\r?\n/.test(page.text.slice(next, next + 80));
    const spaced = blank && next !== undefined ? next : story.nameSpan.end;
    const after = positionAt(page.lines, spaced).line + 1;
    const behind = page.text.slice(page.lines[after], page.lines[after + 1]);
    // Two fields may stand together; what is no field would be one paragraph with it.
    const apart = behind.trim() !== "" && !/^\s*(?:[-*+] )?\*\*[^*\n]+(?:\*\*:|:\*\*)/.test(behind);
    return snapshot.increments.projects.slice(0, 5).map((project) => ({
      title: `Add the project ${project}`,
      changes: [
        {
          kind: "edit" as const,
          path: page.path,
          edits: [
            linesAfter(target, spaced, [
              ...(blank ? [] : [""]),
              `**Project**: ${project}`,
              ...(apart ? [""] : []),
            ]),
          ],
        },
      ],
      safety: "review" as const,
    }));
  },
});

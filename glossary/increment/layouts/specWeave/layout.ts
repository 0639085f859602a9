/** SpecWeave: increments with a number, whose parts have ids. */

import { dirname } from "../../../text/paths.ts";
import { INCREMENT_TYPES, PRIORITIES } from "../../model/words.ts";
import { BY_FIELDS } from "../byFields.ts";
import type { Layout } from "../layout.ts";
import { holderOf, inFolder, numberedName } from "../names.ts";
import { withoutKind } from "../titles.ts";
import { WRITTEN } from "../written.ts";
import { ADDING } from "./adding.ts";
import { type IncrementDefaults, NO_DEFAULTS, readDefaults } from "./configuration.ts";
import { incrementFiles } from "./drafts.ts";
import { SPECWEAVE, SPECWEAVE_FILES, SPECWEAVE_PLACES } from "./places.ts";
import { readSpecWeave } from "./reading.ts";
import { specWeaveSnippets } from "./snippets.ts";

export const specWeave: Layout = {
  id: SPECWEAVE,
  label: "SpecWeave",
  about: "an increment: spec, plan, tasks and metadata",
  words: { unit: "increment", story: "user story", criterion: "criterion" },

  places: SPECWEAVE_PLACES,
  files: SPECWEAVE_FILES,
  menus: { inside: "increments/(_[a-z]+/)?\\d{3,5}[A-Z]?-", holder: "increments" },
  first: [{ root: ".specweave/increments", sign: ".specweave" }],
  anywhere: true,
  rootOf: holderOf,

  read: readSpecWeave,
  notation: WRITTEN,
  criteria: "boxes",
  naming: "**Satisfies ACs**: AC-US1-01",
  tasksOfStories: true,
  tasksWithTests: true,
  titleOf: withoutKind,

  asks: ({ increments: { projects } }) => [
    { key: "type", title: "Which type of increment?", values: INCREMENT_TYPES },
    { key: "priority", title: "Which priority?", values: PRIORITIES },
    { key: "project", title: "For which project?", values: projects },
  ],
  configurationOf: (root) => `${dirname(root)}${dirname(root) === "" ? "" : "/"}config.json`,
  projectOf: ({ increments: { projects } }, configuration) =>
    projects.length === 1 ? projects[0] : defaultsIn(configuration).project,
  draft({ title, date, instant, type = "feature", priority = "P1", project }, around) {
    const beside = dirname(around.root);
    const name = numberedName(
      around,
      title,
      SPECWEAVE,
      4,
      ({ unit }) => beside === "" || unit.startsWith(`${beside}/`),
    );
    const defaults = defaultsIn(around.configuration);
    const { testMode, coverageTarget } = defaults;
    const draft = { name, title, type, priority, date, instant, testMode, coverageTarget };
    return inFolder(name, incrementFiles({ ...draft, project: project ?? defaults.project }));
  },
  add: ADDING,
  cover: BY_FIELDS,
  snippets: specWeaveSnippets,
};

function defaultsIn(configuration: string | undefined): IncrementDefaults {
  return configuration === undefined ? NO_DEFAULTS : readDefaults(configuration);
}

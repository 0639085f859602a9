/** A new document with requirements, in the form of the tool's example. `{{…}}` is what the author fills in. */

import { incrementSlug } from "../../edits/name.ts";
import type { Around, Files, NewIncrement } from "../layout.ts";
import { FOLDER } from "./places.ts";

/** The file of a document; the tool makes tasks of it by `task-master parse-prd`. */
export function requirementsFile({ title }: NewIncrement, { view, root }: Around): Files {
  const slug = incrementSlug(title);
  const path = (name: string) => `docs/${name}-prd.md`;
  let name = slug;
  for (let i = 2; view.pages.has(`${root || FOLDER}/${path(name)}`); i++) name = `${slug}-${i}`;
  const text = `# ${title}

# Overview

{{What problem it solves, for whom, and why it is worth it}}

# Core Features

- {{Feature}}: {{what it does, why it matters, how it works}}

# User Experience

{{Who uses it, and the ways they take}}

# Technical Architecture

{{Parts, data models, interfaces, infrastructure}}

# Development Roadmap

{{What comes first, and what later}}

# Logical Dependency Chain

{{What has to be there before the rest can be built}}

# Risks and Mitigations

{{What can go wrong, and what is done about it}}

# Appendix

{{Findings and details}}
`;
  return [[path(name), text]];
}

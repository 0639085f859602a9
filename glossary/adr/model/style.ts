/** The style in which an ADR is written. */
import { basename, dirname, stem } from "../../text/paths.ts";
import type { Part } from "./sections.ts";
import { type AdrSource, matterValue } from "./source.ts";
import type { Meaning } from "./words.ts";

export type AdrStyle =
  | "nygard"
  | "madr"
  | "madr-bullets"
  | "log4brains"
  | "tyree-akerman"
  | "y-statement"
  | "business-case"
  | "planguage"
  | "edgex"
  | "decision-record"
  | "numbered-matter"
  | "specweave"
  | "kep"
  | "rfc"
  | "free-form";

/** How a style is called. */
export const STYLE_NAMES: Readonly<Record<AdrStyle, string>> = {
  nygard: "Nygard",
  madr: "MADR",
  "madr-bullets": "MADR 2",
  log4brains: "Log4brains",
  "tyree-akerman": "Tyree and Akerman",
  "y-statement": "Y-statement",
  "business-case": "business case",
  planguage: "Planguage",
  edgex: "EdgeX",
  "decision-record": "dated decision record",
  "numbered-matter": "ADR with front matter",
  specweave: "SpecWeave",
  kep: "KEP",
  rfc: "RFC",
  "free-form": "free form",
};

/** What the template of a style asks for; other styles ask for nothing. */
export const REQUIRED: Readonly<Partial<Record<AdrStyle, readonly Meaning[]>>> = {
  nygard: ["context", "decision", "consequences"],
  madr: ["context", "alternatives", "decision"],
  "madr-bullets": ["context", "alternatives", "decision"],
  log4brains: ["context", "decision"],
  "tyree-akerman": ["context", "decision", "alternatives", "consequences"],
  specweave: ["context", "decision", "consequences", "alternatives"],
};

/** The style of an ADR by its sections, labels and name. */
export function styleOf(source: AdrSource, parts: readonly Part[], numberedTitle: boolean): AdrStyle {
  if (source.role === "kep" || source.role === "rfc") return source.role;
  const names = new Set(
    parts.map(({ name }) =>
      name
        .toLowerCase()
        .replace(/[^\p{L} &-]/gu, "")
        .trim(),
    ),
  );
  const has = (...some: readonly string[]) => some.some((name) => names.has(name));
  const heads = (meaning: Meaning) =>
    parts.some((part) => part.kind === "heading" && part.meaning === meaning);
  const labelled = (name: RegExp) => parts.some((part) => part.kind === "label" && name.test(part.name));

  if (has("positions", "position") && has("argument", "implications", "issue")) return "tyree-akerman";
  if (has("swot analysis", "evaluation criteria") && has("recommendation", "candidates to consider"))
    return "business-case";
  if (labelled(/^gist$/i) || (labelled(/^tag$/i) && labelled(/^rationale$/i))) return "planguage";
  if (has("submitters", "referenced use cases", "referenced use case")) return "edgex";
  if (has("context and problem statement", "decision outcome", "considered options")) {
    if (!labelled(/^status|^date|^deciders/i) || source.matter.values.some(({ key }) => MADR_KEY.test(key)))
      return "madr";
    return /^\d{8}-/.test(basename(source.path)) ? "log4brains" : "madr-bullets";
  }
  if (matterValue(source, "adr")) return "numbered-matter";
  if (numberedTitle && labelled(/^status$/i)) return "specweave";
  if (heads("status") && heads("decision")) return "nygard";
  if (/^\d{8}-/.test(basename(source.path)) && labelled(/^status$|^date$/i)) return "log4brains";
  const folder = /^(?:readme|index)$/i.test(stem(source.path))
    ? basename(dirname(source.path))
    : stem(source.path);
  if (/^\d{4}-\d{2}-/.test(folder) && heads("decision")) return "decision-record";
  if (/\bin the context of\b[\s\S]{3,300}?\bfacing\b/i.test(source.text.slice(0, 3_000)))
    return "y-statement";
  return "free-form";
}

const MADR_KEY = /^(?:status|date|deciders|decision-makers|consulted|informed)$/i;

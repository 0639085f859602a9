/**
 * What a user can set, in `.spec-glossary.jsonc` or in the editor. This is the one place where a setting is declared:
 * its type, its reader, the JSON schema, the editor's settings and the documentation follow from it.
 */
import { matchesGlobs } from "./globs.ts";
import { boolean, choice, glob, list, object, path, type Shape, type ShapeOf, text } from "./shape.ts";

export const SEVERITIES = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Per rule: another severity, or `off`. Rules that are not named keep their own. */
export type RuleSeverities = Readonly<Record<string, Severity | "off">>;

/** Kinds of proposals that are read as decision records where the settings ask for it. */
export const PROFILES = {
  kep: "Enhancement proposals as Kubernetes has them: `keps/**/README.md`, with their `kep.yaml`.",
  rfc: "Requests for comments as Rust has them: files in a folder `rfcs` or `rfc`, and numbered ones in `text`.",
} as const;
export type Profile = keyof typeof PROFILES;

export interface Setting<T> {
  readonly shape: Shape;
  readonly default: T;
  /** Markdown, one or two sentences. */
  readonly summary: string;
  /** False for what belongs to the repository and not to whoever looks at it. */
  readonly editor: boolean;
}

function setting<T>(shape: ShapeOf<T>, fallback: NoInfer<T>, summary: string, editor = true): Setting<T> {
  return { shape, default: fallback, summary, editor };
}

const severities: ShapeOf<RuleSeverities> = { kind: "severities" };

export const SETTINGS = {
  rules: setting(
    severities,
    {},
    "How severe a finding of each rule is; `off` switches the rule off. Rules that are not named keep their default.",
  ),
  overrides: setting(
    list(
      object({
        files: { shape: list(glob), summary: "Patterns of the files for which these severities hold." },
        rules: { shape: severities, summary: "As in `rules`." },
      }),
    ),
    [],
    "Severities for some files. Where several of them name a rule for a file, the last one counts.",
    false,
  ),
  glossaries: setting(
    list(glob),
    [],
    "Patterns of files that belong to a glossary although neither their name nor their folder says so.",
    false,
  ),
  exclude: setting(
    list(glob),
    [],
    "Patterns of files to leave alone: no terms are read from them and nothing is reported in them. Links to them still lead somewhere.",
    false,
  ),
  scopes: setting(
    list(
      object({
        glossaries: { shape: list(glob), summary: "Patterns of glossary files." },
        appliesTo: {
          shape: list(path),
          summary: "The folders and files in which the terms of these glossaries hold.",
        },
      }),
    ),
    [],
    "Glossaries whose terms hold in a part of the repository only.",
    false,
  ),
  /** How links to terms are written where the document at hand gives no example. */
  linkStyle: setting(
    choice({
      auto: "As the document does it already, else as the repository does.",
      site: "Site paths such as /docs/glossary/terms/adr.",
      relative: "Relative paths such as ../glossary/terms/adr.md.",
      extensionless: "Relative paths without the extension, such as ../glossary/terms/adr.",
      wiki: "Wiki links such as [[adr]] or [[adr|ADRs]].",
      reference: "References such as [ADRs][adr] where the page defines the label, else an address.",
      shortcode: 'Hugo shortcodes such as {{< glossary_tooltip text="ADRs" term_id="adr" >}}.',
      myst: "MyST roles such as {term}`ADR`.",
    }),
    "auto",
    "How completion and quick fixes write links to terms.",
  ),
  /** Paragraphs and lists always count. */
  zones: setting(
    list(
      choice({
        headings: "Headings.",
        tables: "Cells of tables.",
        links: "Texts of links; clickable terms are never among them.",
        code: "Code in running text, such as `this`; fences are left alone.",
      }),
    ),
    ["tables"],
    "Where else than in paragraphs and lists terms are clickable, and rules look for them. Hovers are there anyway, in `code` only if it is named here.",
  ),
  termLinks: setting(boolean, true, "Make the first use of a term in each section clickable."),
  starter: setting(
    boolean,
    true,
    "Explain common terms from the starter glossary in a workspace that has no glossary.",
  ),
  /** What of a decision record counts as its reason. */
  adrRationale: setting(
    choice({
      lenient: "The situation before a decision, or what follows from it, is reason enough.",
      strict: "Only a stated reason is one.",
    }),
    "lenient",
    "How explicit a decision record has to be about its reason.",
  ),
  adrStatuses: setting(
    list(text),
    [],
    "Statuses of decision records besides the usual ones and those that three records of a folder have.",
  ),
  adrFiles: setting(
    list(glob),
    [],
    "Patterns of files that are decision records although neither their name nor their folder says so.",
  ),
  adrTemplates: setting(
    list(glob),
    [],
    "Patterns of files that are templates of decision records although their name does not say so.",
  ),
  adrProfiles: setting(
    list(choice(PROFILES)),
    [],
    "Other kinds of proposals that are read as decision records too.",
  ),
  openSpecVersion: setting(
    text,
    "",
    "The version of OpenSpec whose checks hold, such as `1.13.2`: later ones reject more. Without it, the one that `package.json` names holds, else 1.13.2.",
  ),
  archived: setting(
    boolean,
    false,
    "Report findings in what nobody works on any more too: in folders named `_archive`, `archive`, `archived`, `_abandoned` or `_legacy`, and in increments whose status is completed or abandoned.",
  ),
};

export type Settings = {
  readonly [K in keyof typeof SETTINGS]: (typeof SETTINGS)[K] extends Setting<infer T> ? T : never;
};

/** What somebody has set; the rest keeps its default. */
export type SomeSettings = Partial<Settings>;

export const DEFAULT_SETTINGS = Object.freeze(
  Object.fromEntries(Object.entries(SETTINGS).map(([key, { default: value }]) => [key, value])),
) as Settings;

/** What holds where both the repository's configuration and the editor say something: the editor wins. */
export function mergeSettings(file: SomeSettings, editor: SomeSettings): Settings {
  const own = editor.rules ?? {};
  const overrides = editor.overrides ?? (file.overrides ?? []).map((one) => without(one, own));
  return { ...DEFAULT_SETTINGS, ...file, ...editor, rules: { ...file.rules, ...own }, overrides };
}

function without(one: Settings["overrides"][number], rules: RuleSeverities): typeof one {
  const rest = Object.entries(one.rules).filter(([rule]) => !Object.hasOwn(rules, rule));
  return { ...one, rules: Object.fromEntries(rest) };
}

/** The severities that are set for a file. */
export function severitiesFor({ rules, overrides }: Settings, path: string): RuleSeverities {
  const here = overrides.filter(({ files }) => matchesGlobs(files, path));
  return here.length === 0 ? rules : Object.assign({}, rules, ...here.map((one) => one.rules));
}

export type LinkStyle = Exclude<Settings["linkStyle"], "auto">;

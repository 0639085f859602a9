/** What a page says of terms to others. */
import { isMarkdown } from "../../text/paths.ts";
import type { ExportSource } from "../../workspace/exports.ts";
import { isContextive } from "../../workspace/glossaryFolder.ts";
import { matchesGlobs } from "../../workspace/settings/globs.ts";
import type { Settings } from "../../workspace/settings/settings.ts";
import { type Import, type Problem, readContextive, readEntries } from "../formats/entries.ts";
import { pageTitle, type SourcePage } from "../formats/source.ts";
import { languageOf } from "../model/language.ts";
import type { Entry } from "../model/term.ts";
import { countsAcronyms, type PageAcronym, readAcronyms } from "./acronyms.ts";
import { type EntryForm, entryForm } from "./entryForm.ts";

export interface TermsSaid {
  readonly entries: readonly Entry[];
  /** Of a YAML glossary: the mistakes in it, and the glossaries that it imports. */
  readonly problems: readonly Problem[];
  readonly imports: readonly Import[];
  /** How the page writes an entry of its list or table. */
  readonly entryForm: EntryForm | undefined;
  /** Empty where nobody asks for them. */
  readonly acronyms: readonly PageAcronym[];
}

/** Most pages say nothing. */
const NOTHING: TermsSaid = { entries: [], problems: [], imports: [], entryForm: undefined, acronyms: [] };

/** Reads the terms of a page. */
export function readTerms({ path, text, facts, matter }: ExportSource, settings: Settings): TermsSaid {
  const yaml = isContextive(path) ? readContextive(path, text) : undefined;
  const listed = isListed(path, settings);
  const page = { path, text, facts, matter, listed };
  const entries = spoken(yaml?.entries ?? readEntries(page), page);
  const acronyms = areCounted(path, settings) ? readAcronyms(text, facts) : NOTHING.acronyms;
  const { problems, imports } = yaml ?? NOTHING;
  if (entries.length + problems.length + imports.length + acronyms.length === 0) return NOTHING;
  return { entries, problems, imports, entryForm: entryForm(text, entries, facts), acronyms };
}

/** Entries with the language they are written in. */
function spoken(entries: readonly Entry[], page: SourcePage): readonly Entry[] {
  if (entries.length === 0) return entries;
  const language = languageOf(page.path, pageTitle(page), page.text);
  return language === "en" ? entries : entries.map((entry) => ({ ...entry, language }));
}

/** What the settings make of a page: whether they name it a part of a glossary, and whether acronyms are counted on it. */
export function termsReading(path: string, settings: Settings): string {
  return `${isListed(path, settings)} ${areCounted(path, settings)}`;
}

export function isListed(path: string, { glossaries }: Settings): boolean {
  return isMarkdown(path) && matchesGlobs(glossaries, path);
}

function areCounted(path: string, settings: Settings): boolean {
  return isMarkdown(path) && countsAcronyms(settings);
}

/** What others see of the terms of a page. Entries are seen with their places: hovers and definitions lead there. */
export function termsOutside({ entries, imports, entryForm, acronyms }: TermsSaid): string {
  return JSON.stringify([entries, imports, entryForm, acronyms]);
}

/** The settings as an editor or a configuration gives them; anything else is ignored and keeps its default. */
import { DEFAULT_SETTINGS, SEVERITIES, type Settings, type Severity } from "../glossary/index.ts";

/** The section in the editor's settings. */
export const SECTION = "specGlossary";

export function readSettings(value: unknown): Settings {
  const { rules, linkStyle, termLinks, archived, starter } = asRecord(value);
  const severities: Record<string, Severity | "off"> = Object.create(null);
  for (const [rule, severity] of Object.entries(asRecord(rules))) {
    if (severity === "off" || (SEVERITIES as readonly unknown[]).includes(severity))
      severities[rule] = severity as Severity;
  }
  return {
    rules: severities,
    linkStyle: linkStyle === "site" || linkStyle === "relative" ? linkStyle : DEFAULT_SETTINGS.linkStyle,
    termLinks: typeof termLinks === "boolean" ? termLinks : DEFAULT_SETTINGS.termLinks,
    archived: typeof archived === "boolean" ? archived : DEFAULT_SETTINGS.archived,
    starter: typeof starter === "boolean" ? starter : DEFAULT_SETTINGS.starter,
  };
}

/** The section with the editor's own patterns of files that do not count. */
export const EXCLUDE_SECTION = "files.exclude";

/** The patterns that are switched on without a condition. */
export function readExclude(value: unknown): readonly string[] {
  return Object.entries(asRecord(value)).flatMap(([pattern, on]) => (on === true ? [pattern] : []));
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

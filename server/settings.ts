/** The settings as an editor or a configuration gives them; anything else is ignored and keeps its default. */
import { DEFAULT_SETTINGS, SEVERITIES, type Settings, type Severity } from "../glossary/index.ts";

/** The section in the editor's settings. */
export const SECTION = "specGlossary";

export function readSettings(value: unknown): Settings {
  const { rules, linkStyle, termLinks } = asRecord(value);
  const severities: Record<string, Severity | "off"> = Object.create(null);
  for (const [rule, severity] of Object.entries(asRecord(rules))) {
    if (severity === "off" || (SEVERITIES as readonly unknown[]).includes(severity))
      severities[rule] = severity as Severity;
  }
  return {
    rules: severities,
    linkStyle: linkStyle === "site" || linkStyle === "relative" ? linkStyle : DEFAULT_SETTINGS.linkStyle,
    termLinks: typeof termLinks === "boolean" ? termLinks : DEFAULT_SETTINGS.termLinks,
  };
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

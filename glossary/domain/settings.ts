/** What a user can set. The server reads it from the editor, the command line from its arguments. */

export const SEVERITIES = ["error", "warning", "information", "hint"] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Settings {
  /** Per rule: another severity, or `off`. Rules that are not named keep their own. */
  readonly rules: Readonly<Record<string, Severity | "off">>;
  /** How links to terms are written where the document at hand gives no example. */
  readonly linkStyle: "auto" | "site" | "relative";
  /** Whether the first use of a term in a section can be clicked like a link. */
  readonly termLinks: boolean;
  /** Whether rules also look at archived documents. */
  readonly archived: boolean;
  /** Whether a workspace without a glossary gets hovers from the starter glossary. */
  readonly starter: boolean;
}

export const DEFAULT_SETTINGS: Settings = {
  rules: {},
  linkStyle: "auto",
  termLinks: true,
  archived: false,
  starter: true,
};

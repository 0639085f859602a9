/** The settings as an editor gives them. */
import { readConfiguration, type SomeSettings } from "../glossary/index.ts";
import type { TimingsLevel } from "./timings.ts";

/** The section in the editor's settings. */
export const SECTION = "specGlossary";

/** What is set; anything that cannot be a setting is ignored, for the editor says so itself. */
export function readSettings(value: unknown): SomeSettings {
  return readConfiguration(JSON.stringify(asRecord(value))).settings;
}

/** What is told of how long messages take. */
export function readTimings(value: unknown): TimingsLevel {
  const { timings } = asRecord(asRecord(value).trace);
  return timings === "slow" || timings === "all" ? timings : "off";
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

/** What the settings make of a page: pages that neither name nor folder shows to have to do with decisions. */
import { matchesGlobs } from "../../workspace/settings/globs.ts";
import type { Profile } from "../../workspace/settings/settings.ts";

/** `record` and `template` by their path; a proposal also has to have the sections of one. */
export type AdrRole = "record" | "template" | Profile;

export interface AdrPatterns {
  readonly adrFiles: readonly string[];
  readonly adrTemplates: readonly string[];
  readonly adrProfiles: readonly Profile[];
}

const PATHS: Readonly<Record<Profile, RegExp>> = {
  kep: /(?:^|\/)keps\/(?:.*\/)?(?:README|\d{4,}-[^/]*)\.md$/i,
  rfc: /(?:^|\/)(?:rfcs?\/.*|text\/\d{3,5}-[^/]*)\.mdx?$/i,
};

/** The role of a path; `undefined` for the pages that the settings say nothing of. */
export function adrRole(
  path: string,
  { adrFiles, adrTemplates, adrProfiles }: AdrPatterns,
): AdrRole | undefined {
  if (adrTemplates.length > 0 && matchesGlobs(adrTemplates, path)) return "template";
  if (adrFiles.length > 0 && matchesGlobs(adrFiles, path)) return "record";
  return adrProfiles.find((profile) => PATHS[profile].test(path));
}

const SECTIONS: Readonly<Record<Profile, readonly string[]>> = {
  kep: [
    "summary",
    "motivation",
    "proposal",
    "design details",
    "drawbacks",
    "alternatives",
    "implementation history",
    "graduation criteria",
    "risks and mitigations",
    "production readiness",
  ],
  rfc: [
    "summary",
    "abstract",
    "motivation",
    "background",
    "proposal",
    "proposed solution",
    "guide-level explanation",
    "reference-level explanation",
    "detailed design",
    "design",
    "drawbacks",
    "rationale and alternatives",
    "rationale",
    "alternatives",
    "alternatives considered",
    "prior art",
    "unresolved questions",
    "open questions",
    "future possibilities",
    "how we teach this",
  ],
};

/** True where at least two of the headings are those of such a proposal. */
export function hasSections(profile: Profile, headings: readonly { readonly text: string }[]): boolean {
  const names = new Set(headings.map(({ text }) => text.trim().toLowerCase()));
  return SECTIONS[profile].filter((name) => names.has(name)).length >= 2;
}

/** The file that holds the status and the title of a KEP. */
export const SIDECAR = "kep.yaml";

/** True for the `kep.yaml` of a KEP. */
export function isSidecar(path: string): boolean {
  return path.endsWith(`/${SIDECAR}`) && /(?:^|\/)keps\//.test(path);
}

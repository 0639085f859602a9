/** Where OpenSpec keeps its changes and the specifications in force. */

import { basename, dirname } from "../../../text/paths.ts";
import type { IncrementPlace, IncrementRole } from "../../model/place.ts";
import { roleOf } from "../files.ts";
import type { LayoutFile } from "../layout.ts";

export const OPENSPEC = "openspec";

const ROOT = "(?:.*\\/)?openspec";
const CHANGE = new RegExp(`^(${ROOT}/changes/(?:(archive)/)?(?!archive/)([^/]+))/(.+)$`);
const CAPABILITY = new RegExp(`^(${ROOT}/specs/((?:[^/.][^/]*/)*[^/.][^/]*))/spec\\.md$`);
const DELTA = /^specs\/(?:[^/.][^/]*\/)+spec\.md$/;
const BELOW_SPECS = /^specs\/(?:[^/.][^/]*\/)*[^/.][^/]*\.md$/i;
/** Only the root of a change has these: where they stand deeper, a change stands in a folder too many. */
const NESTED = /\/(?:(?:proposal|tasks|design)\.md|\.openspec\.yaml|specs\/.+\.md)$/;
const CONFIGURATION = new RegExp(`^${ROOT}/config\\.ya?ml$`);
const SETTINGS = ".openspec.yaml";

export const OPENSPEC_FILES: readonly LayoutFile[] = [
  {
    glob: "**/.openspec.yaml",
    isSent: true,
    is: (path) => path.endsWith(`/${SETTINGS}`) && CHANGE.test(path),
  },
  { glob: "**/openspec/config.{yaml,yml}", isSent: true, is: (path) => CONFIGURATION.test(path) },
];

/** The place of a page; `undefined` for one that belongs neither to a change nor to a capability. */
export function placeOf(path: string): IncrementPlace | undefined {
  if (CONFIGURATION.test(path)) return placed("configuration", dirname(path), "", "live");
  const capability = CAPABILITY.exec(path);
  if (capability && !path.includes("/changes/"))
    return placed("requirements", capability[1], capability[2], "live");
  const match = CHANGE.exec(path);
  if (!match) return undefined;
  const [, unit, archive, name, file = ""] = match;
  const role = roleIn(file);
  return role && placed(role, unit, name, archive ? "archived" : "live");
}

function roleIn(file: string): IncrementRole | undefined {
  if (file === SETTINGS) return "metadata";
  if (!file.includes("/")) return roleOf(file);
  if (DELTA.test(file)) return "requirements";
  return BELOW_SPECS.test(file) || NESTED.test(`/${file}`) ? "other" : undefined;
}

function placed(
  role: IncrementPlace["role"],
  unit = "",
  name = "",
  shelf: IncrementPlace["shelf"],
): IncrementPlace {
  return { layout: OPENSPEC, role, unit, name, id: undefined, number: undefined, suffix: "", shelf };
}

/** The folder `openspec` that a unit is in. */
export function rootOf(unit: string): string {
  return new RegExp(`^${ROOT}(?=/(?:changes|specs)/)`).exec(`${unit}/`)?.[0] ?? "openspec";
}

/** True for a change; what OpenSpec keeps beside its changes has no tasks. */
export function isChange({ unit }: { readonly unit: string }): boolean {
  return unit.startsWith(`${rootOf(unit)}/changes/`);
}

/** The capability that a page of requirements is about, as the path below `specs`; "" for other pages. */
export function capabilityOf(path: string, { unit, name, role }: IncrementPlace): string {
  if (role !== "requirements") return "";
  return isChange({ unit }) ? dirname(path.slice(unit.length + "/specs/".length)) : name;
}

/** The specification in force of a capability; it may not exist. */
export function mainPath(root: string, capability: string): string {
  return `${root}/specs/${capability}/spec.md`;
}

/** True for a page below `specs` of a change that OpenSpec does not read. */
export function isStray(path: string, { unit, role }: IncrementPlace): boolean {
  return role === "other" && path.startsWith(`${unit}/specs/`);
}

/** Where a delta has to be that stands at this place: in a folder of its capability. */
export function meantPlace(path: string, { unit }: Pick<IncrementPlace, "unit">): string | undefined {
  const below = path.slice(unit.length + "/specs/".length);
  const folder = dirname(below);
  if (folder !== "") return `${unit}/specs/${folder}/spec.md`;
  const name = basename(below).replace(/\.md$/i, "");
  return name === "spec" ? undefined : `${unit}/specs/${name}/spec.md`;
}

/**
 * The changes that stand in a folder which is none itself, as paths below that: OpenSpec does not find them. Empty where
 * the folder is a change.
 */
export function nestedIn({
  unit,
  paths,
}: {
  readonly unit: string;
  readonly paths: readonly string[];
}): string[] {
  const files = paths.map((path) => path.slice(unit.length + 1));
  if (files.some((file) => !file.includes("/") || file.startsWith("specs/"))) return [];
  return [...new Set(files.map((file) => file.replace(NESTED, "").replace(/^\//, "")))];
}

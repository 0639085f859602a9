/** What a path says of a page: which increment it belongs to, and as what. */
import { ancestors, basename, dirname } from "../../text/paths.ts";
import { remembered } from "../../text/remembered.ts";

export type IncrementLayout = "specweave" | "spec-kit" | "openspec" | "kiro" | "living-docs";

/** Where an increment stands by its folder. */
export type IncrementShelf = "live" | "working" | "archived" | "abandoned" | "paused";

/**
 * What a page is to its increment. `requirements`: a specification that OpenSpec changes or keeps. `copy`: a page of the
 * living docs that says again what a spec says. `report`: in the folder of reports, where ids are only mentioned.
 * `other`: beside them in the folder.
 */
export type IncrementRole =
  | "spec"
  | "plan"
  | "tasks"
  | "rubric"
  | "metadata"
  | "requirements"
  | "copy"
  | "report"
  | "other";

export interface IncrementPlace {
  readonly layout: IncrementLayout;
  readonly role: IncrementRole;
  /** The folder of the increment; of a copy that of the feature. */
  readonly folder: string;
  /** The last segment of the folder. */
  readonly name: string;
  /** `0047E-title`: 47, and `E`. */
  readonly number: number | undefined;
  readonly suffix: string;
  readonly shelf: IncrementShelf;
}

const SPECWEAVE =
  /(?:^|\/)increments\/(?:(_[a-z]+)\/)?((\d{3,5})([A-Z]?)-[^/]+|(?!_)[a-z0-9][^/]*)\/([^/]+)$/i;
const SPEC_KIT = /^(?:.*\/)?specs\/((\d{3,4})-[^/]+)\/([^/]+)$/;
const OPENSPEC =
  /^((?:.*\/)?openspec\/changes\/(?:(archive)\/)?(?!archive\/)([^/]+))\/((?:specs\/[^/]+\/)?[^/]+)$/;
const CAPABILITY = /^((?:.*\/)?openspec\/specs\/([^/]+))\/spec\.md$/;
const KIRO = /(?:^|\/)\.kiro\/specs\/(?:.*\/)?([^/]+)\/([^/]+)$/;
const COPY = /\/((?:EPIC|FS)-[\dA-Z-]+)(?:-[a-z][^/]*)?\/([^/]+\.md)$/;

const SHELVES: ReadonlyMap<string, IncrementShelf> = new Map(
  Object.entries({
    _archive: "archived",
    _archived: "archived",
    archive: "archived",
    archived: "archived",
    completed: "archived",
    done: "archived",
    _completed: "archived",
    _abandoned: "abandoned",
    _paused: "paused",
    _backlog: "paused",
    _working: "working",
  } as const),
);

const ROLES: ReadonlyMap<string, IncrementRole> = new Map(
  Object.entries({
    "spec.md": "spec",
    "plan.md": "plan",
    "tasks.md": "tasks",
    "rubric.md": "rubric",
    "metadata.json": "metadata",
    "proposal.md": "spec",
    "design.md": "plan",
  } as const),
);

const KIRO_ROLES: ReadonlyMap<string, IncrementRole> = new Map(
  Object.entries({
    "requirements.md": "spec",
    "bugfix.md": "requirements",
    "design.md": "plan",
    "tasks.md": "tasks",
  } as const),
);

/** The place of a page in an increment or in the living docs, always the same one; `undefined` for all other pages. */
export const incrementPlace = remembered(placeOf);

function placeOf(path: string): IncrementPlace | undefined {
  if (path.includes("increments/")) return specweave(path);
  if (path.includes("openspec/")) return openspec(path);
  if (path.includes(".kiro/specs/")) return kiro(path);
  if (path.includes("specs/"))
    return path.includes("/FS-") || path.includes("/EPIC-") ? copy(path) : specKit(path);
  return undefined;
}

/** True for the JSON files that the engine reads for increments. */
export function isIncrementJson(path: string): boolean {
  if (!path.endsWith(".json")) return false;
  return isSpecweaveConfig(path) || (path.endsWith("/metadata.json") && incrementPlace(path) !== undefined);
}

/** `.specweave/config.json`, at the root or below. */
export function isSpecweaveConfig(path: string): boolean {
  return path === ".specweave/config.json" || path.endsWith("/.specweave/config.json");
}

const REPORTS = "/reports/";

function specweave(path: string): IncrementPlace | undefined {
  const reports = path.indexOf(REPORTS, path.indexOf("increments/"));
  if (reports >= 0) {
    const beside = path.endsWith(".json") ? undefined : specweave(`${path.slice(0, reports)}/report.md`);
    return beside && { ...beside, role: "report" };
  }
  const match = SPECWEAVE.exec(path);
  if (!match) return undefined;
  const [, shelf, name = "", digits, suffix = "", file = ""] = match;
  const role = roleOf(file);
  if (!role || (digits === undefined && role === "other")) return undefined;
  return {
    layout: "specweave",
    role,
    folder: dirname(path),
    name,
    number: digits === undefined ? undefined : Number(digits),
    suffix,
    shelf: SHELVES.get(shelf?.toLowerCase() ?? "") ?? shelfAbove(path),
  };
}

function shelfAbove(path: string): IncrementShelf {
  return /\/\.?archive\/increments\//.test(`/${path}`) ? "archived" : "live";
}

function specKit(path: string): IncrementPlace | undefined {
  const match = SPEC_KIT.exec(path);
  const [, name = "", digits, file = ""] = match ?? [];
  const role = roleOf(file);
  if (!match || !role || role === "metadata") return undefined;
  return {
    layout: "spec-kit",
    role,
    folder: dirname(path),
    name,
    number: Number(digits),
    suffix: "",
    shelf: "live",
  };
}

function openspec(path: string): IncrementPlace | undefined {
  const capability = CAPABILITY.exec(path);
  if (capability) {
    const [, folder = "", name = ""] = capability;
    return {
      layout: "openspec",
      role: "requirements",
      folder,
      name,
      number: undefined,
      suffix: "",
      shelf: "live",
    };
  }
  const match = OPENSPEC.exec(path);
  if (!match) return undefined;
  const [, folder = "", archive, name = "", file = ""] = match;
  const role = file.startsWith("specs/")
    ? basename(file) === "spec.md"
      ? "requirements"
      : undefined
    : roleOf(file);
  if (!role || role === "metadata") return undefined;
  const shelf = archive ? "archived" : "live";
  return { layout: "openspec", role, folder, name, number: undefined, suffix: "", shelf };
}

/** Folders may gather others: `.kiro/specs/_archived/login/tasks.md`. */
function kiro(path: string): IncrementPlace | undefined {
  const match = KIRO.exec(path);
  const [, name = "", file = ""] = match ?? [];
  const role = KIRO_ROLES.get(file);
  if (!match || !role) return undefined;
  const folder = dirname(path);
  const shelf = ancestors(dirname(folder))
    .map((one) => SHELVES.get(basename(one).toLowerCase()))
    .find((one) => one !== undefined);
  return { layout: "kiro", role, folder, name, number: undefined, suffix: "", shelf: shelf ?? "live" };
}

function copy(path: string): IncrementPlace | undefined {
  const match = COPY.exec(path);
  if (!match) return undefined;
  const name = match[1] as string;
  const number = /^FS-(\d{1,4})[A-Z]?$/.exec(name);
  return {
    layout: "living-docs",
    role: "copy",
    folder: dirname(path),
    name,
    number: number ? Number(number[1]) : undefined,
    suffix: /[A-Z]$/.exec(name)?.[0] ?? "",
    shelf: path.includes("/_archive/") ? "archived" : "live",
  };
}

function roleOf(file: string): IncrementRole | undefined {
  return ROLES.get(file) ?? (/\.(?:md|mdx|markdown)$/i.test(file) ? "other" : undefined);
}

/** What a path says of a page: which increment it belongs to, and as what. */
import { ancestors, basename, dirname } from "../../text/paths.ts";
import { remembered } from "../../text/remembered.ts";
import type { IncrementPlace, IncrementRole, IncrementShelf } from "../model/place.ts";

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

/** The place of a page of increments or of the living docs, always the same one; `undefined` for all other pages. */
export const incrementPlace = remembered(placeOf);

function placeOf(path: string): IncrementPlace | undefined {
  if (path.endsWith(CONFIGURATION)) return configuration(path);
  if (path.includes("increments/")) return specweave(path);
  if (path.includes("openspec/")) return openspec(path);
  if (path.includes(".kiro/specs/")) return kiro(path);
  if (path.includes("specs/"))
    return path.includes("/FS-") || path.includes("/EPIC-") ? copy(path) : specKit(path);
  return undefined;
}

/** True for the files besides Markdown that the engine reads for increments. */
export function isIncrementJson(path: string): boolean {
  return /\/(?:metadata|config)\.json$/.test(path) && incrementPlace(path) !== undefined;
}

const CONFIGURATION = ".specweave/config.json";

function configuration(path: string): IncrementPlace | undefined {
  if (path !== CONFIGURATION && !path.endsWith(`/${CONFIGURATION}`)) return undefined;
  return {
    layout: "specweave",
    role: "configuration",
    unit: dirname(path),
    name: "",
    number: undefined,
    suffix: "",
    shelf: "live",
  };
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
    unit: dirname(path),
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
    unit: dirname(path),
    name,
    number: Number(digits),
    suffix: "",
    shelf: "live",
  };
}

function openspec(path: string): IncrementPlace | undefined {
  const capability = CAPABILITY.exec(path);
  if (capability) {
    const [, unit = "", name = ""] = capability;
    return {
      layout: "openspec",
      role: "requirements",
      unit,
      name,
      number: undefined,
      suffix: "",
      shelf: "live",
    };
  }
  const match = OPENSPEC.exec(path);
  if (!match) return undefined;
  const [, unit = "", archive, name = "", file = ""] = match;
  const role = file.startsWith("specs/")
    ? basename(file) === "spec.md"
      ? "requirements"
      : undefined
    : roleOf(file);
  if (!role || role === "metadata") return undefined;
  const shelf = archive ? "archived" : "live";
  return { layout: "openspec", role, unit, name, number: undefined, suffix: "", shelf };
}

/** Folders may gather others: `.kiro/specs/_archived/login/tasks.md`. */
function kiro(path: string): IncrementPlace | undefined {
  const match = KIRO.exec(path);
  const [, name = "", file = ""] = match ?? [];
  const role = KIRO_ROLES.get(file);
  if (!match || !role) return undefined;
  const unit = dirname(path);
  const shelf = ancestors(dirname(unit))
    .map((one) => SHELVES.get(basename(one).toLowerCase()))
    .find((one) => one !== undefined);
  return { layout: "kiro", role, unit, name, number: undefined, suffix: "", shelf: shelf ?? "live" };
}

function copy(path: string): IncrementPlace | undefined {
  const match = COPY.exec(path);
  if (!match) return undefined;
  const name = match[1] as string;
  const number = /^FS-(\d{1,4})[A-Z]?$/.exec(name);
  return {
    layout: "living-docs",
    role: "copy",
    unit: dirname(path),
    name,
    number: number ? Number(number[1]) : undefined,
    suffix: /[A-Z]$/.exec(name)?.[0] ?? "",
    shelf: path.includes("/_archive/") ? "archived" : "live",
  };
}

function roleOf(file: string): IncrementRole | undefined {
  return ROLES.get(file) ?? (/\.(?:md|mdx|markdown)$/i.test(file) ? "other" : undefined);
}

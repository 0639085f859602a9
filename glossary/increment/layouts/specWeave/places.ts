/** Where SpecWeave keeps its increments, its configuration, and the living docs that say again what increments say. */
import { dirname } from "../../../text/paths.ts";
import type { IncrementPlace, IncrementRole, IncrementShelf } from "../../model/place.ts";
import { roleOf, shelfOf } from "../files.ts";
import type { LayoutFile, Places } from "../layout.ts";

export const SPECWEAVE = "specweave";

const INCREMENT =
  /(?:^|\/)increments\/(?:(_[a-z]+)\/)?((\d{3,5})([A-Z]?)-[^/]+|(?!_)[a-z0-9][^/]*)\/([^/]+)$/i;
const COPY = /\/((?:EPIC|FS)-[\dA-Z-]+)(?:-[a-z][^/]*)?\/([^/]+\.md)$/;
const CONFIGURATION = ".specweave/config.json";
const METADATA = "metadata.json";

/** The configuration, the increments, and the living docs. */
export const SPECWEAVE_PLACES: readonly Places[] = [
  { claims: (path) => path.endsWith(CONFIGURATION), at: configuration },
  { claims: (path) => path.includes("increments/"), at: increment },
  {
    isGeneral: true,
    claims: (path) => path.includes("specs/") && (path.includes("/FS-") || path.includes("/EPIC-")),
    at: copy,
  },
];

export const SPECWEAVE_FILES: readonly LayoutFile[] = [
  {
    glob: `**/increments/**/${METADATA}`,
    isSent: true,
    is: (path) =>
      path.endsWith(`/${METADATA}`) && path.includes("increments/") && increment(path) !== undefined,
  },
  {
    glob: `**/${CONFIGURATION}`,
    isSent: false,
    starts: CONFIGURATION,
    is: (path) => path.endsWith(CONFIGURATION) && configuration(path) !== undefined,
  },
];

function configuration(path: string): IncrementPlace | undefined {
  if (path !== CONFIGURATION && !path.endsWith(`/${CONFIGURATION}`)) return undefined;
  return {
    layout: SPECWEAVE,
    role: "configuration",
    unit: dirname(path),
    name: "",
    id: undefined,
    number: undefined,
    suffix: "",
    shelf: "live",
  };
}

const REPORTS = "/reports/";

function increment(path: string): IncrementPlace | undefined {
  const reports = path.indexOf(REPORTS, path.indexOf("increments/"));
  if (reports >= 0) {
    const beside = path.endsWith(".json") ? undefined : increment(`${path.slice(0, reports)}/report.md`);
    return beside && { ...beside, role: "report" };
  }
  const match = INCREMENT.exec(path);
  if (!match) return undefined;
  const [, shelf, name = "", digits, suffix = "", file = ""] = match;
  const role: IncrementRole | undefined = file === METADATA ? "metadata" : roleOf(file);
  if (!role || (digits === undefined && role === "other")) return undefined;
  const number = digits === undefined ? undefined : Number(digits);
  return {
    layout: SPECWEAVE,
    role,
    unit: dirname(path),
    name,
    id: featureId(number, suffix),
    number,
    suffix,
    shelf: shelfOf(shelf ?? "") ?? shelfAbove(path),
  };
}

function shelfAbove(path: string): IncrementShelf {
  return /\/\.?archive\/increments\//.test(`/${path}`) ? "archived" : "live";
}

/** What the living docs call an increment, as a key. */
function featureId(number: number | undefined, suffix: string): string | undefined {
  return number === undefined ? undefined : `FS-${number}${suffix.toUpperCase()}`;
}

function copy(path: string): IncrementPlace | undefined {
  const match = COPY.exec(path);
  if (!match) return undefined;
  const name = match[1] as string;
  const digits = /^FS-(\d{1,4})[A-Z]?$/.exec(name)?.[1];
  const number = digits === undefined ? undefined : Number(digits);
  const suffix = /[A-Z]$/.exec(name)?.[0] ?? "";
  return {
    layout: SPECWEAVE,
    role: "copy",
    unit: dirname(path),
    name,
    id: featureId(number, suffix),
    number,
    suffix,
    shelf: path.includes("/_archive/") ? "archived" : "live",
  };
}

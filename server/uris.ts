/**
 * The one guard for places that somebody names: URIs of a client, paths that come with its requests, paths of the
 * command line. What is let through is inside a workspace folder.
 */
import { URI } from "vscode-uri";

/**
 * How a system writes its paths. `win32` separates by `\` too, and begins with a drive or a machine; there and on
 * `darwin` names that differ only in capitals are the same.
 */
export type Platform = "win32" | "darwin" | "posix";

/** The platform by the name that Node.js has for it. */
export function platformOf(name: string): Platform {
  return name === "win32" || name === "darwin" ? name : "posix";
}

/** A name as it is compared with others. */
export function folded(name: string, platform: Platform): string {
  return platform === "posix" ? name : name.normalize("NFC").toLowerCase();
}

/**
 * The URI in the one spelling that is used as a key: editors differ in what they encode, and some write `..`, `\` or
 * a drive in their own way. What is no URI stays as it is, and is in no folder.
 */
export function normalUri(uri: string, platform: Platform = "posix"): string {
  return parsed(uri, platform)?.toString() ?? String(uri);
}

/** The path of `uri` relative to the folder `root`, "" for itself; `undefined` outside it. */
export function pathIn(root: string, uri: string, platform: Platform = "posix"): string | undefined {
  const folder = parsed(root, platform);
  const file = parsed(uri, platform);
  if (!folder || !file || folder.scheme !== file.scheme) return undefined;
  if (folder.authority.toLowerCase() !== file.authority.toLowerCase()) return undefined;
  const prefix = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  const start = (file.path.length < prefix.length ? `${file.path}/` : file.path).slice(0, prefix.length);
  if (start !== prefix && folded(start, platform) !== folded(prefix, platform)) return undefined;
  const path = file.path.slice(prefix.length);
  return path === "" || isInside(path, platform) ? path : undefined;
}

/** Whether a document of another kind, such as an old state of a file, has the path of one in the folder. */
export function isBeside(root: string, uri: string, platform: Platform = "posix"): boolean {
  const [folder, other] = [parsed(root, platform), parsed(uri, platform)];
  if (!folder || !other) return false;
  return (pathIn(root, folder.with({ path: other.path }).toString(), platform) ?? "") !== "";
}

/** The URI of a path in a folder, "" for itself. Throws where the path leaves it: nothing may be written there. */
export function uriOf(root: string, path: string, platform: Platform = "posix"): string {
  if (path !== "" && !isInside(path, platform))
    throw new RangeError(`“${path}” is not inside the workspace folder: choose a name without “..”`);
  const folder = URI.parse(root);
  return folder.with({ path: `${folder.path.replace(/\/$/, "")}/${path}` }).toString();
}

/** Whether a path, relative and with `/`, names something inside its folder in the one way that there is to do so. */
export function isInside(path: string, platform: Platform = "posix"): boolean {
  return !ODD.test(path) && !(platform === "win32" && ODD_ON_WINDOWS.test(path));
}

/** An empty segment, `.` or `..`, and what ends a name for the system. */
const ODD = /(?:^|\/)\.{0,2}(?:\/|$)|\0/;

/** Separators, drives and second streams of a file; dots and spaces at the end, which are not seen there. */
const ODD_ON_WINDOWS = /[\\:]|[. ](?:\/|$)/;

/**
 * A path as a user or a client names it, relative to the folder and in the spelling of the engine; "" for the folder
 * itself, `undefined` outside of it.
 */
export function insidePath(path: string, platform: Platform = "posix"): string | undefined {
  const own = platform === "win32" ? String(path).replaceAll("\\", "/") : String(path);
  if (own.startsWith("/")) return undefined;
  const segments: string[] = [];
  for (const segment of own.split("/")) {
    if (segment === "" || segment === ".") continue;
    if (segment !== "..") segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  const inside = segments.join("/");
  return inside === "" || isInside(inside, platform) ? inside : undefined;
}

/**
 * A path in the spelling of the disk, by the names in its folders; what is not there stays as it is given. `namesIn`
 * gives the names in a folder, "" for the outermost.
 */
export function spelled(
  path: string,
  namesIn: (folder: string) => readonly string[],
  platform: Platform,
): string {
  let at = "";
  for (const segment of path.split("/")) {
    const names = namesIn(at);
    const wanted = folded(segment, platform);
    const name = names.includes(segment) ? segment : names.find((one) => folded(one, platform) === wanted);
    at = at === "" ? (name ?? segment) : `${at}/${name ?? segment}`;
  }
  return at;
}

/** Where a `file:` URI is on the disk; `undefined` for any other. */
export function diskPath(uri: string, platform: Platform = "posix"): string | undefined {
  const file = parsed(uri, platform);
  if (file?.scheme !== "file") return undefined;
  const { authority, path } = file;
  if (platform !== "win32") return authority === "" ? path : `//${authority}${path}`;
  const own = authority === "" ? path.replace(/^\/(?=[a-z]:)/i, "") : `//${authority}${path}`;
  // A drive without a slash is the folder that somebody was in last.
  return own.replace(/^([a-z]):$/i, "$1:/").replaceAll("/", "\\");
}

/** A URI without anything that several spellings could be made of; `undefined` for what is no URI. */
function parsed(uri: string, platform: Platform): URI | undefined {
  // A client may send anything. Some write a machine behind four slashes.
  const text = String(uri).replace(/^file:\/{4,}(?=[^/])/i, "file://");
  let parts: URI;
  try {
    parts = URI.parse(text);
  } catch {
    return undefined;
  }
  let { authority, path } = parts;
  if (parts.scheme === "file") {
    if (platform === "win32") path = path.replaceAll("\\", "/");
    if (authority.toLowerCase() === "localhost") authority = "";
    path = path.replace(/\/{2,}/g, "/");
  }
  path = withoutOdd(path).replace(/^\/[A-Z]:/, (drive) => drive.toLowerCase());
  if (path.length > 1 && path.endsWith("/") && !/^\/[a-z]:\/$/.test(path)) path = path.slice(0, -1);
  return path === parts.path && authority === parts.authority ? parts : parts.with({ authority, path });
}

/** A path that begins with `/` without `.` and `..`; any other as it is. */
function withoutOdd(path: string): string {
  if (!path.startsWith("/") || !/\/\.{1,2}(?:\/|$)/.test(path)) return path;
  const segments: string[] = [];
  for (const segment of path.slice(1).split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== ".") segments.push(segment);
  }
  return `/${segments.join("/")}`;
}

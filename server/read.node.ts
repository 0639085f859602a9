/**
 * Reads files that anybody may have put where they are: regular ones of the size that documents have. A pipe would
 * be waited for and a device read for ever; a symbolic link may lead out of the folder, and git follows none either.
 */
import { isUtf8 } from "node:buffer";
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
} from "node:fs";
import { join, sep } from "node:path";
import { MOST_MEGABYTES, type ReadFailure } from "./host.ts";
import { folded, isInside, platformOf } from "./uris.ts";

export type Unread = Omit<ReadFailure, "path">;

const PLATFORM = platformOf(process.platform);
const NO_FOLLOW: number | undefined = constants.O_NOFOLLOW;
/** What is opened is what is asked about: the file may be another one than a moment ago. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (NO_FOLLOW ?? 0);

/**
 * The text of a file, without a mark in front, by its path relative to `folder`. It is read in this thread: handing
 * each small file to another one and back takes five times as long as reading it.
 */
export function readInside(folder: string, path: string, megabytes = MOST_MEGABYTES): string | Unread {
  if (path !== "" && !isInside(path, PLATFORM)) return refused("it is outside the workspace folder");
  const file = join(folder, path);
  let descriptor: number | undefined;
  try {
    if (isBehindLink(folder, path)) return refused("it is behind a symbolic link");
    if (NO_FOLLOW === undefined && lstatSync(file).isSymbolicLink()) return refused(A_LINK);
    descriptor = openSync(file, FLAGS);
    const found = fstatSync(descriptor);
    if (found.isDirectory()) return A_FOLDER;
    if (!found.isFile()) return refused(NOT_REGULAR);
    if (found.size > megabytes * 1024 * 1024) return refused(`it is larger than ${megabytes} MB`);
    // Some systems show what they tell as files without a size, and some of those never end.
    if (found.size === 0) return "";
    const text = readFileSync(descriptor, "utf8");
    // What is no UTF-8 is read as this character, but a file may also contain it.
    if (text.includes("\ufffd") && !isText(descriptor, found.size)) return refused("it is not UTF-8 text");
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  } catch (error) {
    return unread(error as NodeJS.ErrnoException);
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

const A_FOLDER: Unread = { reason: "it is a folder", gone: false, isFolder: true };
const A_LINK = "it is a symbolic link";
const NOT_REGULAR = "it is no regular file";

function refused(reason: string): Unread {
  return { reason, gone: false };
}

function unread({ code, message }: NodeJS.ErrnoException): Unread {
  if (code === "ENOENT" || code === "ENOTDIR") return { reason: "it does not exist", gone: true };
  if (code === "EISDIR") return A_FOLDER;
  if (code === "ELOOP" || code === "EMLINK") return refused(A_LINK);
  // A socket, or a device without a driver.
  if (code === "ENXIO" || code === "EOPNOTSUPP") return refused(NOT_REGULAR);
  return refused(code === "EACCES" ? "permission denied" : message);
}

function isText(descriptor: number, size: number): boolean {
  const bytes = Buffer.alloc(size);
  return isUtf8(bytes.subarray(0, readSync(descriptor, bytes, 0, size, 0)));
}

/** How long a folder that was no link is believed to be none, in milliseconds: files come in the order of folders. */
const BELIEVED = 20;

let known = "";
let until = 0;

/** Whether a folder on the way to a path is a symbolic link. */
function isBehindLink(folder: string, path: string): boolean {
  const slash = path.lastIndexOf("/");
  if (slash < 0) return false;
  const way = path.slice(0, slash);
  const parent = join(folder, way);
  const now = performance.now();
  if (parent === known && now < until) return false;
  const top = realpathSync.native(folder);
  const expected = `${top}${top.endsWith(sep) ? "" : sep}${sep === "/" ? way : way.replaceAll("/", sep)}`;
  const real = realpathSync.native(parent);
  if (real !== expected && folded(real, PLATFORM) !== folded(expected, PLATFORM)) return true;
  known = parent;
  until = now + BELIEVED;
  return false;
}

/** Which documents are records of the past: nobody mends them, so nothing is reported in them by default. */

const FOLDER = /^(?:_?archived?|_abandoned|_legacy)$/i;

/** True for files in a folder named `_archive`, `archive`, `archived`, `_abandoned` or `_legacy`. */
export function isArchived(path: string): boolean {
  const segments = path.split("/");
  return segments.slice(0, -1).some((segment) => FOLDER.test(segment));
}

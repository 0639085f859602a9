/** The `kep.yaml` beside a KEP: it, and not the page, holds the title and the status. */

import { readMatter, scalar } from "../../markdown/matter.ts";
import { type AdrStatus, readStatus } from "../model/index.ts";

export interface Sidecar {
  readonly title: string | undefined;
  readonly status: AdrStatus | undefined;
  readonly date: string | undefined;
}

/** Reads a `kep.yaml`. Its spans mean nothing in the page beside it. */
export function readSidecar(text: string): Sidecar {
  const fenced = `---\n${text}\n---\n`;
  const matter = readMatter(fenced, { start: 0, end: fenced.length - 1 });
  const status = scalar(matter, "status");
  return {
    title: scalar(matter, "title"),
    status: status === undefined ? undefined : readStatus(status, { start: 0, end: 0 }, "sidecar"),
    date: scalar(matter, "creation-date"),
  };
}

/** Workspace folders as URIs, and the paths within them. */
import { URI } from "vscode-uri";

/** The URI in the one spelling that is used as a key: editors differ in what they encode. */
export function normalUri(uri: string): string {
  return URI.parse(uri).toString();
}

/** The path of `uri` relative to the folder `root`; `undefined` outside it. Both are normal. */
export function pathIn(root: string, uri: string): string | undefined {
  const folder = URI.parse(root);
  const file = URI.parse(uri);
  if (folder.scheme !== file.scheme || folder.authority !== file.authority) return undefined;
  const prefix = folder.path.endsWith("/") ? folder.path : `${folder.path}/`;
  return file.path.startsWith(prefix) ? file.path.slice(prefix.length) : undefined;
}

/** The URI of a path in a folder. */
export function uriOf(root: string, path: string): string {
  const folder = URI.parse(root);
  return folder.with({ path: `${folder.path.replace(/\/$/, "")}/${path}` }).toString();
}

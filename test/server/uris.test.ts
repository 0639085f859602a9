/** Which paths URIs have in a workspace folder. */
import { expect, it } from "vitest";
import { normalUri, pathIn, uriOf } from "../../server/uris.ts";

const PLACES: readonly (readonly [root: string, uri: string, path: string | undefined])[] = [
  ["file:///shop", "file:///shop/docs/a.md", "docs/a.md"],
  ["file:///shop/", "file:///shop/a.md", "a.md"],
  ["file:///shop", "file:///shop/%C3%A4%20b.md", "ä b.md"],
  ["file:///c%3A/shop", "file:///C:/shop/a.md", "a.md"],
  ["file:///shop", "file:///shopping/a.md", undefined],
  ["file:///shop", "file:///a.md", undefined],
  ["file:///shop", "untitled:/shop/a.md", undefined],
  ["vscode-remote://one/shop", "vscode-remote://one/shop/a.md", "a.md"],
  ["vscode-remote://one/shop", "vscode-remote://two/shop/a.md", undefined],
];

for (const [root, uri, path] of PLACES)
  it(`${uri} in ${root}`, () => {
    expect(pathIn(normalUri(root), normalUri(uri))).toBe(path);
    if (path !== undefined) expect(uriOf(normalUri(root), path)).toBe(normalUri(uri));
  });

/** Which paths URIs have in a workspace folder, on every system. */
import { describe, expect, it } from "vitest";
import {
  diskPath,
  insidePath,
  isInside,
  normalUri,
  type Platform,
  pathIn,
  uriOf,
} from "../../server/uris.ts";

type Place = readonly [root: string, uri: string, path: string | undefined, platform?: Platform];

const PLACES: readonly Place[] = [
  ["file:///shop", "file:///shop/docs/a.md", "docs/a.md"],
  ["file:///shop/", "file:///shop/a.md", "a.md"],
  ["file:///shop", "file:///shop/%C3%A4%20b.md", "ä b.md"],
  ["file:///c%3A/shop", "file:///C:/shop/a.md", "a.md"],
  ["file:///shop", "file:///shopping/a.md", undefined],
  ["file:///shop", "file:///a.md", undefined],
  ["file:///shop", "untitled:/shop/a.md", undefined],
  ["vscode-remote://one/shop", "vscode-remote://one/shop/a.md", "a.md"],
  ["vscode-remote://one/shop", "vscode-remote://two/shop/a.md", undefined],
  // The folder itself, and those that are whole disks.
  ["file:///shop", "file:///shop", ""],
  ["file:///shop", "file:///shop/", ""],
  ["file:///", "file:///a.md", "a.md"],
  ["file:///c%3A/", "file:///c%3A/a.md", "a.md", "win32"],
  // Ways up.
  ["file:///shop", "file:///shop/../../..", undefined],
  ["file:///shop", "file:///shop/..", undefined],
  ["file:///shop", "file:///shop/%2e%2e/a.md", undefined],
  ["file:///shop", "file:///shop/docs/%2E%2E%2F../a.md", undefined],
  ["file:///shop", "file:///shop/docs/../a.md", "a.md"],
  ["file:///shop", "file:///shop/./docs//a.md", "docs/a.md"],
  ["file:///shop", "file:///shop/../shop/a.md", "a.md"],
  ["file:///shop", "file:///shop/a%00.md", undefined],
  ["file:///shop", "file:///shop/..a.md", "..a.md"],
  ["file:///c%3A/shop", "file:///c%3A/shop/..%5C..%5Ca.md", undefined, "win32"],
  ["file:///c%3A/shop", "file:///c%3A/shop/docs/..%5C..%5C..%5Ca.md", undefined, "win32"],
  // Drives, however they are written.
  ["file:///C%3A/Shop", "file:///c:/Shop/a.md", "a.md", "win32"],
  ["file:///c%3A/shop", "file:///c%3A%5Cshop%5Cdocs%5Ca.md", "docs/a.md", "win32"],
  ["file:///c%3A%5Cshop", "file:///c%3A/shop/docs/a.md", "docs/a.md", "win32"],
  ["file:///c%3A/shop", "file:///d%3A/shop/a.md", undefined, "win32"],
  ["file:///c%3A/shop", "file:c:/shop/a.md", "a.md", "win32"],
  // A backslash is part of a name elsewhere.
  ["file:///shop", "file:///shop/a%5Cb.md", "a\\b.md", "posix"],
  ["file:///shop", "file:///shop/..%5C..%5Ca.md", "..\\..\\a.md", "posix"],
  // What is no name on Windows.
  ["file:///c%3A/shop", "file:///c%3A/shop/a.md:secret", undefined, "win32"],
  ["file:///c%3A/shop", "file:///c%3A/shop/a.md.", undefined, "win32"],
  ["file:///c%3A/shop", "file:///c%3A/shop/..%20/a.md", undefined, "win32"],
  // Folders of other machines.
  ["file://server/share/shop", "file://server/share/shop/a.md", "a.md", "win32"],
  ["file://server/share/shop", "file://SERVER/share/Shop/a.md", "a.md", "win32"],
  ["file://server/share/shop", "file:////server/share/shop/a.md", "a.md", "win32"],
  ["file:////server/share/shop", "file://server/share/shop/a.md", "a.md", "win32"],
  ["file://server/share/shop", "file://other/share/shop/a.md", undefined, "win32"],
  ["file://server/share/shop", "file:///share/shop/a.md", undefined, "win32"],
  ["file://server/share", "file://server/share/../../a.md", undefined, "win32"],
  ["file:///shop", "file://localhost/shop/a.md", "a.md"],
  // Capitals.
  ["file:///c%3A/Shop", "file:///c%3A/shop/Docs/A.md", "Docs/A.md", "win32"],
  ["file:///Users/ada/Shop", "file:///Users/ada/shop/a.md", "a.md", "darwin"],
  ["file:///Users/ada/Gr%C3%BC%C3%9Fe", "file:///Users/ada/gr%C3%BC%C3%9Fe/a.md", "a.md", "darwin"],
  ["file:///Shop", "file:///shop/a.md", undefined, "posix"],
  // No URIs.
  ["file:///shop", "", undefined],
  ["file:///shop", "docs/a.md", undefined],
  ["file:///shop", "file:///%", undefined],
  ["file:///shop", "untitled://", undefined],
  ["untitled://", "file:///shop/a.md", undefined],
  ["file:///shop", "untitled:Untitled-1", undefined],
];

describe("a URI", () => {
  for (const [root, uri, path, platform] of PLACES)
    it(`${uri} in ${root}${platform ? ` on ${platform}` : ""}`, () => {
      const [folder, file] = [normalUri(root, platform), normalUri(uri, platform)];
      expect(pathIn(folder, file, platform)).toBe(path);
      expect(pathIn(root, uri, platform)).toBe(path);
      if (path === undefined || path === "") return;
      const back = uriOf(folder, path, platform);
      expect(pathIn(folder, back, platform)).toBe(path);
      expect(normalUri(back, platform)).toBe(back);
    });

  const SAME: readonly (readonly [one: string, other: string, platform?: Platform])[] = [
    ["file:///shop", "file:///shop/"],
    ["file:///C:/shop", "file:///c%3A/shop"],
    ["file:///C:/shop", "file:///c%3A%5Cshop%5C", "win32"],
    ["file:///C:/", "file:///c%3A/"],
    ["file://SERVER/share", "file:////server/share", "win32"],
    ["file:///a%20b", "file:///a b"],
    ["file:///shop/x/../a.md", "file:///shop/a.md"],
  ];
  for (const [one, other, platform] of SAME)
    it(`${one} is ${other}`, () => expect(normalUri(one, platform)).toBe(normalUri(other, platform)));
});

describe("a path that is to be written", () => {
  const OUT: readonly (readonly [path: string, platform?: Platform])[] = [
    ["../a.md"],
    ["docs/../../a.md"],
    ["docs/../a.md"],
    ["/etc/a.md"],
    ["a//b.md"],
    ["docs/"],
    ["a\0.md"],
    ["..\\a.md", "win32"],
    ["C:/a.md", "win32"],
    ["a.md:b", "win32"],
    ["docs./a.md", "win32"],
  ];
  for (const [path, platform] of OUT)
    it(`is never ${JSON.stringify(path)}`, () =>
      expect(() => uriOf("file:///shop", path, platform)).toThrow("not inside the workspace folder"));

  it("is any other", () => {
    for (const path of ["a.md", "..a.md", "a..b/c.md", "docs/ä b?#.md", "a\\b.md", "a:b.md"])
      expect(isInside(path)).toBe(true);
    expect(uriOf("file:///shop", "")).toBe("file:///shop/");
    expect(uriOf("file:///", "a.md")).toBe("file:///a.md");
  });
});

describe("a path that is named", () => {
  const NAMED: readonly (readonly [path: string, inside: string | undefined, platform?: Platform])[] = [
    ["docs/adr", "docs/adr"],
    ["", ""],
    [".", ""],
    ["./docs//adr/", "docs/adr"],
    ["docs/../adr", "adr"],
    ["docs/..", ""],
    ["../../..", undefined],
    ["docs/../../adr", undefined],
    ["/etc", undefined],
    ["docs\\adr", "docs/adr", "win32"],
    ["docs\\adr", "docs\\adr", "posix"],
    ["..\\adr", undefined, "win32"],
    ["\\\\server\\share", undefined, "win32"],
    ["C:\\adr", undefined, "win32"],
    ["c:adr", undefined, "win32"],
    ["a\0b", undefined],
  ];
  for (const [path, inside, platform] of NAMED)
    it(`${JSON.stringify(path)}${platform ? ` on ${platform}` : ""}`, () =>
      expect(insidePath(path, platform)).toBe(inside));
});

describe("a file on the disk", () => {
  const ON_DISK: readonly (readonly [uri: string, path: string | undefined, platform?: Platform])[] = [
    ["file:///shop/a%20b", "/shop/a b"],
    ["file:///c%3A/shop", "c:\\shop", "win32"],
    ["file:///C:/shop", "c:\\shop", "win32"],
    ["file:///c%3A/", "c:\\", "win32"],
    ["file:///c%3A", "c:\\", "win32"],
    ["file://server/share/shop", "\\\\server\\share\\shop", "win32"],
    ["file:////server/share/shop", "\\\\server\\share\\shop", "win32"],
    ["file://localhost/shop", "/shop"],
    ["vscode-remote://one/shop", undefined],
    ["untitled:Untitled-1", undefined],
  ];
  for (const [uri, path, platform] of ON_DISK)
    it(`${uri}${platform ? ` on ${platform}` : ""}`, () => expect(diskPath(uri, platform)).toBe(path));
});

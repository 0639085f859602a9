/** Which paths arguments of the command line have in a repository, on every system. */
import { expect, it } from "vitest";
import { pathFrom } from "../../server/cli/places.ts";
import { type Platform, spelled } from "../../server/uris.ts";

const NAMED: readonly (readonly [
  folder: string,
  path: string,
  inside: string | undefined,
  platform: Platform,
])[] = [
  ["/shop", "/shop/docs/a.md", "docs/a.md", "posix"],
  ["/shop", "/shop", "", "posix"],
  ["/shop", "/", undefined, "posix"],
  ["/shop", "/shopping/a.md", undefined, "posix"],
  ["/shop", "/shop/..a.md", "..a.md", "posix"],
  ["/shop", "/Shop/a.md", undefined, "posix"],
  ["C:\\shop", "C:\\shop\\docs\\a.md", "docs/a.md", "win32"],
  ["C:\\shop", "c:\\Shop\\docs\\a.md", "docs/a.md", "win32"],
  ["C:\\shop", "C:/shop/docs/a.md", "docs/a.md", "win32"],
  ["C:\\shop", "D:\\shop\\a.md", undefined, "win32"],
  ["C:\\shop", "C:\\a.md", undefined, "win32"],
  ["C:\\", "C:\\a.md", "a.md", "win32"],
  ["\\\\server\\share\\shop", "\\\\server\\share\\shop\\a.md", "a.md", "win32"],
  ["\\\\server\\share\\shop", "\\\\SERVER\\Share\\shop\\a.md", "a.md", "win32"],
  ["\\\\server\\share", "\\\\other\\share\\a.md", undefined, "win32"],
];

for (const [folder, path, inside, platform] of NAMED)
  it(`${path} in ${folder} on ${platform}`, () => expect(pathFrom(folder, path, platform)).toBe(inside));

it("a path is spelled as on the disk", () => {
  const DISK: Readonly<Record<string, readonly string[]>> = {
    "": ["Docs", "grüße.md"],
    Docs: ["A.md", "b.md", "B.md"],
  };
  const on = (platform: Platform) => (path: string) =>
    spelled(path, (folder) => DISK[folder] ?? [], platform);
  for (const platform of ["win32", "darwin"] as const) {
    expect(["docs/a.md", "DOCS/B.md", "docs/b.MD"].map(on(platform))).toEqual([
      "Docs/A.md",
      "Docs/B.md",
      "Docs/b.md",
    ]);
    expect(["docs/new/C.md", "other/C.md"].map(on(platform))).toEqual(["Docs/new/C.md", "other/C.md"]);
    expect(on(platform)("GRU\u0308ßE.md")).toBe("grüße.md");
  }
  expect(on("posix")("docs/a.md")).toBe("docs/a.md");
});

/** The extension starts where a workspace has something for it, and not in every workspace. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isContextive } from "../glossary/workspace/glossaryFolder.ts";
import { CONFIGURATION_FILES } from "../glossary/workspace/settings/configuration.ts";
import { matchesGlobs } from "../glossary/workspace/settings/globs.ts";

const { activationEvents } = JSON.parse(readFileSync("package.json", "utf8")) as {
  activationEvents: string[];
};
const patterns = activationEvents.flatMap((event) => event.split(/^workspaceContains:/).slice(1));

describe("activation", () => {
  const YAML = [
    ".contextive/definitions.yml",
    ".contextive/definitions.yaml",
    "packages/shop/.contextive/definitions.yml",
    "shop.glossary.yml",
    "docs/domains/shop.glossary.yaml",
  ];

  it.each([...CONFIGURATION_FILES, ...YAML, ".specweave/config.json"])("comes with %s", (path) => {
    expect(matchesGlobs(patterns, path)).toBe(true);
  });

  it("knows only what is read", () => {
    expect(YAML.every(isContextive)).toBe(true);
  });

  it.each(["package.json", "docs/glossary.yml", "definitions.yml", "src/glossary.ts"])(
    "does not come with %s",
    (path) => {
      expect(matchesGlobs(patterns, path)).toBe(false);
    },
  );

  it("looks at the root only where a name is enough, and never at all files", () => {
    expect(activationEvents).not.toContain("*");
    expect(activationEvents).not.toContain("onStartupFinished");
    // VS Code searches the folder, once, for the patterns with a star.
    expect(patterns.filter((pattern) => pattern.includes("*"))).toHaveLength(2);
  });
});

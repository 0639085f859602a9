/** The JSON schema of `.spec-glossary.jsonc`, the editor's settings and the documentation say the same. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../glossary/rules.ts";
import { readConfiguration } from "../glossary/workspace/settings/configuration.ts";
import { DEFAULT_SETTINGS, SETTINGS } from "../glossary/workspace/settings/settings.ts";

describe("the JSON schema", () => {
  const schema = JSON.parse(readFileSync("schemas/spec-glossary.schema.json", "utf8"));
  const manifest = JSON.parse(readFileSync("package.json", "utf8"));

  it("knows every setting and every rule, with its default", () => {
    const defaults = Object.fromEntries(
      Object.entries<{ default: unknown }>(schema.properties).map(([key, one]) => [key, one.default]),
    );
    expect(defaults).toEqual({ $schema: undefined, ...DEFAULT_SETTINGS });
    expect(Object.keys(schema.properties.rules.properties)).toEqual(RULES.map(({ id }) => id));
    expect(schema.additionalProperties).toBe(false);
  });

  it("is what the editor is given for both names of the file, and is in the package", () => {
    const [validation] = manifest.contributes.jsonValidation;
    expect(validation).toEqual({
      fileMatch: [".spec-glossary.jsonc", ".spec-glossary.json"],
      url: "./schemas/spec-glossary.schema.json",
    });
    expect(readFileSync(".vscodeignore", "utf8")).toContain("!schemas/*.json");
  });

  it("and the editor's settings agree", () => {
    const editor = manifest.contributes.configuration.properties;
    for (const [key, one] of Object.entries(SETTINGS)) {
      const property = editor[`specGlossary.${key}`];
      expect(property !== undefined).toBe(one.editor);
      if (property) expect(property).toMatchObject({ scope: "resource", default: one.default });
    }
  });

  it("allows the example in the documentation, and the documentation names every setting", () => {
    const page = readFileSync("docs/configuration.md", "utf8");
    const [, example = ""] = /```jsonc\n([\s\S]*?)```/.exec(page) ?? [];
    const { settings, problems } = readConfiguration(example);
    expect(problems).toEqual([]);
    expect(Object.keys(settings)).toHaveLength(10);
    for (const key of Object.keys(SETTINGS)) expect(page).toContain(`| \`${key}\` |`);
  });
});

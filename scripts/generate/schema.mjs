// The JSON schema of .spec-glossary.jsonc.
import { formatted } from "./biome.mjs";

export const SCHEMA = "schemas/spec-glossary.schema.json";

/** The text of the schema. */
export function schemaText(schema) {
  const properties = Object.fromEntries(
    Object.entries(schema.settings).map(([key, { shape, default: value, summary }]) => [
      key,
      { ...described(shape, summary, schema), default: value },
    ]),
  );
  const text = {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Configuration of Spec Glossary",
    description: "What Spec Glossary does in this repository, in the editor and on the command line.",
    type: "object",
    allowComments: true,
    allowTrailingCommas: true,
    additionalProperties: false,
    properties: { $schema: { type: "string", description: "The address of this schema." }, ...properties },
  };
  return formatted(SCHEMA, JSON.stringify(text));
}

function described(shape, summary, schema) {
  return { ...toSchema(shape, schema), description: plain(summary), markdownDescription: summary };
}

/** What JSON schema says of a shape. */
export function toSchema(shape, schema) {
  switch (shape.kind) {
    case "boolean":
      return { type: "boolean" };
    case "choice": {
      const meanings = Object.values(shape.values);
      const words = { type: "string", enum: Object.keys(shape.values) };
      return meanings.some(Boolean) ? { ...words, enumDescriptions: meanings } : words;
    }
    case "text":
    case "glob":
    case "path":
      return { type: "string", minLength: 1 };
    case "severities":
      return severities(schema);
    case "list":
      return { type: "array", items: toSchema(shape.of, schema) };
    case "object":
      return {
        type: "object",
        additionalProperties: false,
        required: Object.keys(shape.keys),
        properties: Object.fromEntries(
          Object.entries(shape.keys).map(([key, one]) => [key, described(one.shape, one.summary, schema)]),
        ),
      };
    default:
      throw new Error(`There is no schema for ${shape.kind}`);
  }
}

function severities({ rules, severities: all }) {
  return {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(
      rules.map(({ id, summary, severity, off }) => [
        id,
        {
          type: "string",
          enum: ["off", ...all.toReversed()],
          default: off ? "off" : severity,
          description: plain(summary),
          markdownDescription: summary,
        },
      ]),
    ),
  };
}

function plain(markdown) {
  return markdown.replaceAll("`", "");
}

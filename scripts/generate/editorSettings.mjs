// The editor's settings in package.json that follow from the declared ones.
import { toSchema } from "./schema.mjs";

const SECTION = "specGlossary";

/** package.json with a setting for each that the editor may have. Others that stand there stay. */
export function withSettings(source, schema) {
  const manifest = JSON.parse(source);
  const { properties } = manifest.contributes.configuration;
  const declared = Object.entries(schema.settings).filter(([, { editor }]) => editor);
  const own = Object.fromEntries(
    declared.map(([key, one], i) => [`${SECTION}.${key}`, { order: i + 1, ...property(one, schema) }]),
  );
  const gone = Object.keys(schema.settings).map((key) => `${SECTION}.${key}`);
  const others = Object.entries(properties).filter(([key]) => !gone.includes(key));
  manifest.contributes.configuration.properties = { ...own, ...Object.fromEntries(others) };
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

function property({ shape, default: value, summary }, schema) {
  return { ...toSchema(shape, schema), scope: "resource", default: value, markdownDescription: summary };
}

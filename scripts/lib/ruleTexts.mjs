// What a rule says on its page is for the documentation: nothing that runs reads it, so it does not ship.
import fs from "node:fs";
import { parseAst } from "rolldown/parseAst";

/** Properties of a rule that only `npm run generate` and the tests read. */
const FOR_PAGES = new Set(["why", "measured", "examples"]);

const RULE = /[\\/]glossary[\\/](?:\w+[\\/]rules|document)[\\/].+\.ts$/;

/** The source of a rule's file without the texts of its page; lines keep their numbers. */
export function withoutTexts(source) {
  const texts = parseAst(source, { lang: "ts" })
    .body.flatMap(({ declaration }) => declaration?.declarations ?? [])
    .filter(({ init }) => init?.callee?.name === "defineRule")
    .flatMap(({ init }) => init.arguments[0].properties)
    .filter(({ key }) => FOR_PAGES.has(key?.name));
  return texts.reverse().reduce(blank, source);
}

/** The comma behind a property stays, so an object that brings nothing takes the property's place. */
function blank(source, { start, end }) {
  const lines = source.slice(start, end).replace(/[^\n]/g, "");
  return `${source.slice(0, start)}...{}${lines}${source.slice(end)}`;
}

/** For esbuild. */
export function withoutRuleTexts() {
  return {
    name: "rule texts",
    setup({ onLoad }) {
      onLoad({ filter: RULE }, ({ path: file }) => ({
        contents: withoutTexts(fs.readFileSync(file, "utf8")),
        loader: "ts",
      }));
    },
  };
}

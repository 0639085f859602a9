// client/snippets/increment*.json: the files of new increments as snippets, so that they are the same as what the
// command “New Increment” makes.
import { formatted } from "./biome.mjs";

const MARKDOWN_SNIPPETS = "client/snippets/increment.json";
const JSON_SNIPPETS = "client/snippets/increment.metadata.json";

const variable = (name) => `\${${name}}`;
const today = ["YEAR", "MONTH", "DATE"].map((one) => variable(`CURRENT_${one}`)).join("-");
const now = ["HOUR", "MINUTE", "SECOND"].map((one) => variable(`CURRENT_${one}`)).join(":");
/** What stands for something that VS Code knows. */
const KNOWN = {
  // The folder's own name.
  folder: variable("TM_DIRECTORY/^.*[\\/\\\\]//"),
  date: today,
  instant: `${today}T${now}${variable("CURRENT_TIMEZONE_OFFSET")}`,
};

/** The text of both files, by path. */
export function snippets(layouts) {
  const all = layouts.flatMap((layout) => layout.snippets?.() ?? []);
  const json = (wanted) =>
    Object.fromEntries(
      all
        .filter(({ file }) => file.endsWith(wanted))
        .map(({ name, prefix, about, text, choices }) => {
          const body = `${fields(text, { ...KNOWN, ...choices })}$0`.split("\n");
          return [name, { prefix: [prefix], description: about, body }];
        }),
    );
  return new Map([
    [MARKDOWN_SNIPPETS, formatted(MARKDOWN_SNIPPETS, `${JSON.stringify(json(".md"))}\n`)],
    [JSON_SNIPPETS, formatted(JSON_SNIPPETS, `${JSON.stringify(json(".json"))}\n`)],
  ]);
}

/** The same field twice is filled in once. */
function fields(text, values) {
  const numbers = new Map();
  const number = (field) => {
    if (!numbers.has(field)) numbers.set(field, numbers.size + 1);
    return numbers.get(field);
  };
  const pieces = text.split(/(\{\{[^{}\n]+\}\}|@\w+@)/);
  // `situation` of one criterion is not that of the next.
  const once = new Set(["{{Title}}", "{{project}}"]);
  return pieces
    .map((piece, i) => {
      if (piece.startsWith("{{"))
        return `\${${number(once.has(piece) ? piece : i)}:${piece.replaceAll("}", "\\}")}}`;
      const value = /^@\w+@$/.test(piece) ? values[piece.slice(1, -1)] : undefined;
      if (Array.isArray(value)) {
        if (!numbers.has(piece)) return `\${${number(piece)}|${value.join(",")}|}`;
        // What was chosen, in a heading as a word of its own.
        return pieces[i - 1].endsWith("# ")
          ? `\${${number(piece)}/(.*)/\${1:/capitalize}/}`
          : `$${number(piece)}`;
      }
      return value ?? piece.replace(/[\\$}]/g, "\\$&");
    })
    .join("");
}

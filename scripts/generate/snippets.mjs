// client/snippets/increment*.json: the files of a new increment as snippets, so that they are the same as what the
// command “New Increment” makes.
import { formatted } from "./biome.mjs";

const MARKDOWN_SNIPPETS = "client/snippets/increment.json";
const JSON_SNIPPETS = "client/snippets/increment.metadata.json";

const ABOUT = {
  "spec.md": ["increment-spec", "spec.md of an increment: user stories with acceptance criteria"],
  "plan.md": ["increment-plan", "plan.md of an increment: architecture, design and rationale"],
  "tasks.md": ["increment-tasks", "tasks.md of an increment: tasks with the criteria they satisfy"],
  "metadata.json": ["increment-metadata", "metadata.json of an increment"],
};

/** The text of both files, by path. */
export function increment({ incrementFiles, INCREMENT_TYPES, PRIORITIES }) {
  const variable = (name) => `\${${name}}`;
  const today = ["YEAR", "MONTH", "DATE"].map((one) => variable(`CURRENT_${one}`)).join("-");
  const now = ["HOUR", "MINUTE", "SECOND"].map((one) => variable(`CURRENT_${one}`)).join(":");
  // What stands for something that VS Code knows or lets choose.
  const values = {
    // The folder's own name.
    name: variable("TM_DIRECTORY/^.*[\\/\\\\]//"),
    type: INCREMENT_TYPES,
    priority: PRIORITIES,
    date: today,
    instant: `${today}T${now}${variable("CURRENT_TIMEZONE_OFFSET")}`,
  };
  const draft = Object.fromEntries(Object.keys(values).map((key) => [key, `@${key}@`]));
  const files = incrementFiles({
    ...draft,
    title: "{{Title}}",
    project: "{{project}}",
    testMode: "TDD",
    coverageTarget: 90,
  });
  const snippets = files.map(([name, text]) => {
    const [prefix, description] = ABOUT[name];
    const body = `${fields(text, values)}$0`.split("\n");
    return [name, { [`Increment: ${name}`]: { prefix: [prefix], description, body } }];
  });
  const json = (wanted) =>
    Object.assign({}, ...snippets.filter(([name]) => name.endsWith(wanted)).map(([, one]) => one));
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

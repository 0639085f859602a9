// What readers and writers get at many places: hovers, targets, lists, outlines, and findings while they type.
import { choosePlaces, positionAt } from "./places.mjs";
import { spread } from "./random.mjs";

/** At how many of the places what takes long is asked for. */
const MOST_REFERENCES = 150;
const MOST_COMPLETIONS = 250;
const MOST_RENAMES = 60;

/** How many items of a completion are resolved. */
const RESOLVED = 3;

const SOURCE_ACTIONS = ["source", "source.fixAll.specGlossary", "source.specGlossary.linkFirstUses"];

/** Compares at `most` places in `files`; gives the files in which they are. */
export async function compareReading(sides, tally, { folder, files, terms, most }) {
  const places = choosePlaces(folder, files, terms, most);
  const all = [...places.values()].flat();
  const some = (number) => new Set(spread(all, Math.ceil((number * most) / 500)));
  const chosen = {
    references: some(MOST_REFERENCES),
    completion: some(MOST_COMPLETIONS),
    rename: some(MOST_RENAMES),
    other: terms[0] ?? "Other",
  };
  for (const [file, list] of places) {
    const text = sides.textOf(file);
    await sides.within(file, text, async ({ uri }) => {
      await documents(sides, file, uri);
      for (const place of list) await at(sides, tally, { file, uri, text, place, chosen });
      await typing(sides, file, uri, text, list);
    });
  }
  return [...places.keys()];
}

async function documents(sides, file, uri) {
  const textDocument = { uri };
  await sides.compare("diagnostics", file, "textDocument/diagnostic", { textDocument });
  await sides.compare("outlines", file, "textDocument/documentSymbol", { textDocument });
  await sides.compare("code lenses", file, "textDocument/codeLens", { textDocument });
  await sides.compare("document links", file, "textDocument/documentLink", { textDocument });
  const range = { start: { line: 0, character: 0 }, end: { line: 1e6, character: 0 } };
  for (const kind of SOURCE_ACTIONS) {
    const context = { diagnostics: [], only: [kind] };
    await sides.compare("source actions", `${file} ${kind}`, "textDocument/codeAction", {
      textDocument,
      range,
      context,
    });
  }
}

async function at(sides, tally, { file, uri, text, place, chosen }) {
  const position = positionAt(text, place.offset);
  const where = { textDocument: { uri }, position };
  const key = `${file}:${position.line + 1}:${position.character + 1}`;
  const ask = (what, method, more) =>
    sides.compare(what, key, `textDocument/${method}`, { ...where, ...more });
  const hovers = await ask("hovers", "hover");
  tally.add(`hovers at ${KIND_NAMES[place.kind]}`, key, hovers);
  await ask("definitions", "definition");
  await ask("highlights", "documentHighlight");
  const prepared = await ask("rename: prepared", "prepareRename");
  if (chosen.references.has(place)) {
    await ask("references", "references", { context: { includeDeclaration: true } });
    await ask("references", "references", { context: { includeDeclaration: false } });
  }
  if (chosen.completion.has(place)) {
    for (const context of [
      { triggerKind: 1 },
      { triggerKind: 2, triggerCharacter: place.kind === "adr" ? "-" : "[" },
    ]) {
      const lists = await ask("completions", "completion", { context });
      await resolved(sides, tally, key, lists);
    }
  }
  const [found] = prepared.filter((one) => one && !one.error);
  if (!found || !chosen.rename.has(place)) return;
  for (const newName of [renamed(found.placeholder ?? ""), chosen.other])
    await ask("rename: edits", "rename", { newName });
}

const KIND_NAMES = {
  term: "terms",
  link: "links",
  adr: "ids of decisions",
  id: "ids of increments",
  quantity: "numbers with units",
  field: "fields",
  word: "other words",
};

async function resolved(sides, tally, key, lists) {
  const [first, second] = lists.map((list) => list?.items ?? list);
  if (!Array.isArray(first) || !Array.isArray(second)) return;
  for (let i = 0; i < Math.min(RESOLVED, first.length, second.length); i++) {
    const answers = await sides.ask("completionItem/resolve", first[i], second[i]);
    tally.add("completions: explained", `${key} ${i}`, answers);
  }
}

/** A name of the same form: an id with another number, a term with another word. */
function renamed(name) {
  if (!/\d/.test(name)) return `${name} Renamed`;
  return name.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + 400).padStart(digits.length, "0"));
}

/** A few edits in one document, one after the other: what was read before must not change what is said now. */
async function typing(sides, file, uri, text, list) {
  const edits = spread(list, 3).flatMap(({ offset }) => {
    const position = positionAt(text, offset);
    const start = { line: position.line, character: 0 };
    const next = { line: position.line + 1, character: 0 };
    return [
      { range: { start: position, end: position }, text: "[" },
      { range: { start, end: start }, text: "## One more section\n\n" },
      { range: { start, end: next }, text: "" },
      { range: { start, end: start }, text: "```\n" },
      { range: { start, end: next }, text: "" },
    ];
  });
  for (const [i, edit] of edits.entries()) {
    await sides.notify("textDocument/didChange", {
      textDocument: { uri, version: i + 2 },
      contentChanges: [edit],
    });
    const key = `${file} edit ${i}`;
    const textDocument = { uri };
    await sides.compare("while typing: diagnostics", key, "textDocument/diagnostic", { textDocument });
    await sides.compare("while typing: hovers", key, "textDocument/hover", {
      textDocument,
      position: edit.range.start,
    });
  }
  await sides.compare("while typing: outlines", file, "textDocument/documentSymbol", {
    textDocument: { uri },
  });
}

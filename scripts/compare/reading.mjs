// What readers and writers get at many places: hovers, targets, lists, outlines, and findings while they type.
import { byFile, choosePlaces, positionAt } from "./places.mjs";
import { spread } from "./random.mjs";
import { saysSomething } from "./tally.mjs";

/** At how many of the places what takes long is asked for. */
const MOST_REFERENCES = 60;
const MOST_COMPLETIONS = 250;
const MOST_RENAMES = 20;

/** How many items of a completion are resolved. */
const RESOLVED = 3;

const SOURCE_ACTIONS = ["source", "source.fixAll.specGlossary", "source.specGlossary.linkFirstUses"];

/** How many times the places are tried with a hover, so that there is something at most of those that are taken. */
const TRIED = 3;

/** The part of the places where a hover says something, if there are as many. */
const SPEAKING = 0.7;

/** In how many of the files is typed. */
const MOST_TYPED = 100;

/** Compares at `most` places in `files`; hovers at more of them. */
export async function compareReading(sides, tally, { folder, files, terms, most }) {
  const tried = choosePlaces(folder, files, terms, TRIED * most);
  const speaking = await hovers(sides, tally, tried);
  const rest = tried.filter((place) => !speaking.has(place));
  const some = spread([...speaking], Math.ceil(SPEAKING * most));
  const all = [...some, ...spread(rest, most - some.length)];
  const these = (number) => new Set(spread(all, Math.ceil((number * most) / 500)));
  const chosen = {
    references: these(MOST_REFERENCES),
    completion: these(MOST_COMPLETIONS),
    rename: these(MOST_RENAMES),
    taken: these(MOST_RENAMES / 4),
    other: terms[0] ?? "Other",
  };
  const places = byFile(all);
  const typed = new Set(spread([...places.keys()], MOST_TYPED));
  for (const [file, list] of places) {
    const text = sides.textOf(file);
    await sides.within(file, text, async ({ uri }) => {
      await documents(sides, file, uri);
      for (const place of list) await at(sides, tally, { file, uri, text, place, chosen });
      if (typed.has(file)) await typing(sides, file, uri, text, list);
    });
  }
}

/** Compares the hovers at all places; gives those where there is one. */
async function hovers(sides, tally, places) {
  const answered = [];
  for (const [file, list] of byFile(places)) {
    const text = sides.textOf(file);
    await sides.within(file, text, async ({ uri }) => {
      for (const place of list) {
        const position = positionAt(text, place.offset);
        const params = { textDocument: { uri }, position };
        const key = keyOf(file, position);
        answered.push({ place, key, both: await sides.compare("hovers", key, "textDocument/hover", params) });
      }
    });
  }
  for (const [kind, name] of Object.entries(KIND_NAMES))
    for (const { place, key, both } of answered)
      if (place.kind === kind) tally.add(`hovers at ${name}`, key, both);
  return new Set(answered.filter(({ both }) => both.some(saysSomething)).map(({ place }) => place));
}

const keyOf = (file, { line, character }) => `${file}:${line + 1}:${character + 1}`;

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
  const key = keyOf(file, position);
  const ask = (what, method, more) =>
    sides.compare(what, key, `textDocument/${method}`, { ...where, ...more });
  await ask("definitions", "definition");
  await ask("highlights", "documentHighlight");
  const prepared = await ask("rename: prepared", "prepareRename");
  if (chosen.references.has(place)) {
    const includeDeclaration = chosen.rename.has(place);
    await ask("references", "references", { context: { includeDeclaration } });
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
  await ask("rename: edits", "rename", { newName: renamed(found.placeholder ?? "") });
  if (chosen.taken.has(place)) await ask("rename: to what there is", "rename", { newName: chosen.other });
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
  // Closed as it was: a server reads the file again in its own time, and others may be asked about it before.
  const textDocument = { uri, version: edits.length + 2 };
  await sides.notify("textDocument/didChange", { textDocument, contentChanges: [{ text }] });
  await sides.compare("when all is undone: diagnostics", file, "textDocument/diagnostic", {
    textDocument: { uri },
  });
}

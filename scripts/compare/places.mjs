// Where in a folder both servers are asked: mostly at what they know something of, the same places each time.
import fs from "node:fs";
import path from "node:path";
import { random, sampler, spread } from "./random.mjs";

const SEED = 20_251;

/** How many files are looked through for places. */
const MOST_FILES = 600;

const UNITS = "ms|s|sec|seconds?|minutes?|hours?|days?|KB|MB|GB|%|rps|req/s|users|requests|tokens|lines";

/** What places stand on, and how much of all places each kind has. Terms come from the folder's glossary. */
const KINDS = {
  link: { share: 0.1, pattern: /(?<!!)\[[^\]\n]{1,80}\](?:\([^)\s]{1,200}\)|\[[^\]\n]{0,80}\])/g },
  adr: { share: 0.15, pattern: /\b(?:ADR|KEP|RFC)-?\d+(?:-\d+)?\b|\bADR \d+\b/gi },
  id: {
    share: 0.15,
    pattern: /\b(?:US|AC|T|FR|NFR|SC|FS|TC|REQ)-(?:[A-Z]{0,3}\d+-?)+\d*\b|\b\d{3,4}-[a-z][a-z\d-]{3,}/g,
  },
  quantity: { share: 0.1, pattern: new RegExp(`[<>≤≥~]?\\s?\\d[\\d.,]*\\s?(?:${UNITS})(?![\\w])`, "g") },
  field: { share: 0.05, pattern: /^(?:\*\*[A-Z][\w ]+\*\*:|[A-Za-z_]+:) \S+/gm },
  word: { share: 0.1, pattern: /\b[A-Za-z]{4,}\b/g },
};

/**
 * Places in Markdown files: a list of `{ file, kind, offset }`. `names` are the names of terms; `files` are relative to
 * `folder`.
 */
export function choosePlaces(folder, files, names, most) {
  const next = random(SEED);
  const kinds = { ...KINDS, ...(names.length > 0 && { term: { share: 0.4, pattern: patternOf(names) } }) };
  const samplers = Object.entries(kinds).map(([kind, one]) => ({ kind, ...one, ...sampler(most, next) }));
  for (const file of spread(files, MOST_FILES)) {
    const text = fs.readFileSync(path.join(folder, file), "utf8");
    for (const { kind, pattern, add } of samplers) {
      for (const { index, 0: found } of text.matchAll(pattern)) {
        const within = 1 + Math.floor(next() * (found.length - 1));
        add({ file, kind, offset: index + within });
      }
    }
  }
  return share(samplers, most);
}

/** To each kind its share; what a kind has too little of, the others fill. */
function share(samplers, most) {
  const sum = samplers.reduce((all, one) => all + one.share, 0);
  const parts = samplers.map(({ kept, share }) => {
    const number = Math.ceil((most * share) / sum);
    return { own: kept.slice(0, number), more: kept.slice(number) };
  });
  const own = parts.flatMap((one) => one.own);
  const more = parts.flatMap((one) => one.more);
  return [...own, ...spread(more, Math.max(0, most - own.length))].slice(0, most);
}

/** Lists of places by their files. */
export function byFile(places) {
  const found = new Map();
  for (const place of places) found.set(place.file, [...(found.get(place.file) ?? []), place]);
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The longest first: of two names that begin alike the longer one is meant. */
function patternOf(names) {
  const escaped = [...new Set(names)]
    .filter((name) => name.length > 1)
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .slice(0, 2_000)
    .map((name) => name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

/** The position of an offset, as LSP counts. */
export function positionAt(text, offset) {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: before.length - 1, character: before.at(-1).length };
}

/** The whole of a text. */
export function wholeOf(text) {
  return { start: { line: 0, character: 0 }, end: positionAt(text, text.length) };
}

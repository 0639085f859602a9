// What the extension's own commands ask for: new terms, decisions and increments, and changes to those there are.
import { spread } from "./random.mjs";

const DATE = "2025-01-31";
const INSTANT = "2025-01-31T09:12:00Z";
const LAYOUTS = ["specweave", "spec-kit", "openspec", "kiro"];

/** How many decision records and increments, and documents to start from, are taken. */
const MOST_RECORDS = 60;
const MOST_INCREMENTS = 60;
const MOST_DOCUMENTS = 20;

/** Compares the answers to all of the project's own requests; gives the names of the increments. */
export async function compareRequests(sides, { terms, files, part }) {
  const ask = (what, key, method, params) => sides.compare(what, key, `specGlossary/${method}`, params);
  const most = (number) => Math.ceil(number * part);
  const documents = spread(files, most(MOST_DOCUMENTS)).map((file) => ({
    key: file,
    uri: sides.uriOf(file),
  }));
  documents.push({ key: "folder", uri: sides.uriOf("") });
  for (const { key, uri } of documents) {
    for (const name of ["One more term", "Zweiter Begriff (ZB)", ...spread(terms, 5)])
      await ask("new term", `${key} ${name}`, "newTerm", { uri, name });
    await ask("starter glossary", key, "copyStarter", { uri });
  }
  await compareDecisions(sides, ask, documents, most);
  return await compareIncrements(sides, ask, documents, most);
}

async function compareDecisions(sides, ask, documents, most) {
  const uri = sides.uriOf("");
  const [found] = await ask("decisions: folders", "folder", "adrFolders", { uri });
  for (const { key, uri } of documents) await ask("decisions: folders", key, "adrFolders", { uri });
  const [log] = await ask("decisions: log", "folder", "adrLog", { uri });
  const entries = spread(log?.entries ?? [], most(MOST_RECORDS));
  const templates = (found?.templates ?? []).map(({ id }) => id);
  for (const { folder } of spread(found?.folders ?? [], most(MOST_DOCUMENTS))) {
    for (const template of templates) {
      const params = { uri, title: "Use one queue for all events", template, folder, date: DATE };
      await ask("new decision", `${folder} ${template}`, "newAdr", params);
    }
  }
  for (const [i, entry] of entries.entries()) {
    const template = templates[i % templates.length];
    const title = "Take another way (2)";
    const wanted = {
      uri: entry.uri,
      title,
      template,
      folder: entry.folder,
      date: DATE,
      supersedes: entry.uri,
    };
    await ask("new decision that supersedes", entry.path, "newAdr", wanted);
    const by = entries[(i + 1) % entries.length].uri;
    const changes = [
      { kind: "status", status: "Accepted" },
      { kind: "status", status: "Deprecated" },
      { kind: "supersede", by },
      { kind: "renumber" },
    ];
    for (const change of changes) {
      const key = `${entry.path} ${change.kind} ${change.status ?? ""}`;
      await ask("decisions: changes", key, "adrEdit", { uri: entry.uri, change });
    }
  }
}

async function compareIncrements(sides, ask, documents, most) {
  const uri = sides.uriOf("");
  const [found] = await ask("increments: which", "folder", "increments", { uri });
  for (const { key, uri } of documents) {
    for (const line of [0, 20, 60]) {
      const params = { uri, position: { line, character: 6 } };
      await ask("increments: which", `${key}:${line + 1}`, "increments", params);
    }
    await ask("increments: performance", key, "performance", { uri });
  }
  for (const { key, uri } of spread(documents, 4)) {
    for (const layout of LAYOUTS) {
      for (const more of choicesOf(layout, found)) {
        const params = { uri, title: "Pay by invoice", layout, date: DATE, instant: INSTANT, ...more };
        await ask("new increment", `${key} ${layout} ${JSON.stringify(more)}`, "newIncrement", params);
      }
    }
  }
  for (const { folder } of spread(found?.increments ?? [], most(MOST_INCREMENTS)))
    await compareIncrement(ask, uri, folder);
  return (found?.increments ?? []).map(({ name }) => name);
}

function choicesOf(layout, found) {
  const plain = { type: "feature", priority: "P1" };
  if (layout === "openspec")
    return [plain, ...spread(found?.capabilities ?? [], 2).map((capability) => ({ ...plain, capability }))];
  if (layout !== "specweave") return [plain];
  const [first] = found?.projects ?? [];
  const types = spread(found?.types ?? [], 4).map((type, i) => ({
    type,
    priority: found.priorities[i % found.priorities.length],
  }));
  return [plain, ...types.map((one) => ({ ...one, project: first }))];
}

async function compareIncrement(ask, uri, folder) {
  const [{ current } = {}] = await ask("increments: which", folder, "increments", { uri, folder });
  await ask("increments: traceability", folder, "traceability", { uri, folder });
  await ask("increments: validated", folder, "validateIncrement", { uri, folder });
  await ask("increments: performance", folder, "performance", {
    uri: `${uri.replace(/\/$/, "")}/${encodeURI(folder)}`,
  });
  const stories = spread(current?.stories ?? [], 3);
  const criteria = stories.flatMap((one) => one.criteria.map(({ key }) => key)).slice(0, 3);
  const additions = [
    { what: "story" },
    { what: "criterion" },
    ...stories.map(({ key }) => ({ what: "criterion", story: key })),
    { what: "task", criteria: [] },
    ...stories.map(({ key }) => ({ what: "task", story: key, criteria: [] })),
    { what: "task", story: stories[0]?.key, criteria },
  ];
  for (const add of additions)
    await ask("increments: additions", `${folder} ${JSON.stringify(add)}`, "addToIncrement", {
      uri,
      folder,
      add,
    });
}

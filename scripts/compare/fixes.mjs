// Every edit that repairs something: quick fixes one by one and many at once, and what can be run on save.
import { wholeOf } from "./places.mjs";

/** Compares all code actions of these files, with every rule on; each is asked for its edit as if it were chosen. */
export async function compareFixes(sides, tally, files) {
  for (const file of files) {
    const text = sides.textOf(file);
    await sides.within(file, text, async ({ uri }) => {
      const textDocument = { uri };
      const reports = await sides.compare("every rule: diagnostics", file, "textDocument/diagnostic", {
        textDocument,
      });
      const range = wholeOf(text);
      const context = { diagnostics: reports[0]?.items ?? [] };
      const params = { textDocument, range, context };
      const lists = await sides.compare("fixes: offered", file, "textDocument/codeAction", params);
      await resolveAll(sides, tally, file, lists);
      const saving = { ...params, context: { diagnostics: [], only: ["source"] } };
      await sides.compare("fixes: on save", file, "textDocument/codeAction", saving);
    });
  }
}

async function resolveAll(sides, tally, file, lists) {
  const [first, second] = lists.map((list) => (Array.isArray(list) ? list : []));
  for (let i = 0; i < Math.max(first.length, second.length); i++) {
    const key = `${file} ${i} ${(first[i] ?? second[i]).title}`;
    if (!first[i] || !second[i]) {
      tally.add("fixes: edits", key, [first[i] ?? null, second[i] ?? null]);
      continue;
    }
    const begin = performance.now();
    const bothReady = first[i].edit && second[i].edit;
    const answers = bothReady
      ? [first[i], second[i]]
      : await sides.ask("codeAction/resolve", first[i], second[i]);
    tally.add(
      "fixes: edits",
      key,
      answers.map((one) => one?.edit ?? one?.error ?? null),
      performance.now() - begin,
    );
  }
}

// A reader who hovers while a large repository is being indexed.
import path from "node:path";
import { buildBoth } from "../lib/builds.mjs";
import { openServer, textDocument, uriOf } from "../lib/languageServer.mjs";
import { BUNDLES } from "./build.mjs";
import { pairwise, percentiles, quantile, spread } from "./measure.mjs";
import { pairTable } from "./table.mjs";

/** How long the reader rests between an answer and the next hover, in milliseconds. */
const REST = 20;

/**
 * Hovers over a word from the start of the server until its index is complete: how long each answer took, and how long
 * the whole, in milliseconds and in processor time.
 */
export async function hoversWhileLoading(bundle, folder, word) {
  const server = openServer(bundle, folder, { measured: true });
  await server.initialize();
  const uri = uriOf(folder, "bench-loading.md");
  const start = performance.now();
  await server.initialized();
  await server.notify("textDocument/didOpen", { textDocument: textDocument(uri, `${word}\n`) });
  let complete = false;
  void server.ready.then(() => {
    complete = true;
  });
  const times = [];
  let explained = 0;
  while (!complete) {
    const begin = performance.now();
    const hover = await server.request("textDocument/hover", {
      textDocument: { uri },
      position: { line: 0, character: 1 },
    });
    times.push(performance.now() - begin);
    if (hover) explained++;
    await new Promise((resolve) => setTimeout(resolve, REST));
  }
  const ms = performance.now() - start;
  const { cpu, peak } = await server.usage();
  await server.close();
  return { times, explained, ms, cpu, peak };
}

/** Rows for the table: this working tree alone. */
export async function loadingRows({ folder, files, word, runs }) {
  const taken = [];
  for (let run = 0; run < runs; run++)
    taken.push(await hoversWhileLoading(path.join(BUNDLES, "server.cjs"), folder, word));
  const of = (key) => spread(taken.map((one) => one[key]));
  const times = taken.flatMap((one) => one.times);
  return [
    { name: `hover while ${files} files are indexed (${times.length})`, times: percentiles(times) },
    { name: "index complete meanwhile", ms: of("ms"), cpu: of("cpu"), peak: of("peak") },
  ];
}

/** This working tree and another revision in alternating pairs. Prints a table; gives what belongs into bench.json. */
export async function loadingAgainst({ revision, folder, files, word, runs }) {
  const [own, that] = await buildBoth(revision);
  const taken = new Map([own, that].map((side) => [side, []]));
  for (let pair = 0; pair < runs; pair++) {
    for (const side of pair % 2 === 0 ? [own, that] : [that, own]) {
      const { times, ...figures } = await hoversWhileLoading(
        path.join(side.bundles, "server.cjs"),
        folder,
        word,
      );
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      const [p50, p95, most] = [0.5, 0.95, 1].map((part) => quantile(times, part));
      taken.get(side).push({ ...figures, hovers: times.length, p50, p95, most, mean });
    }
    console.error(`… pair ${pair + 1} of ${runs}`);
  }
  const row = (name, unit, key) => {
    const of = (side) => taken.get(side).map((figures) => figures[key]);
    return { name, unit, ...pairwise(of(own), of(that)) };
  };
  const rows = [
    row(`hover while ${files} files are indexed: p50`, "ms", "p50"),
    row("the same: mean", "ms", "mean"),
    row("the same: p95", "ms", "p95"),
    row("the same: the longest", "ms", "most"),
    row("hovers answered meanwhile", "", "hovers"),
    row("index complete", "ms", "ms"),
    row("processor time for all of it", "ms", "cpu"),
    row("peak memory", "MB", "peak"),
  ];
  console.log(pairTable(rows, own.name, that.name));
  const about = (side) => ({
    name: side.name,
    commit: side.commit,
    dirty: side.dirty,
    taken: taken.get(side),
  });
  return { this: about(own), that: about(that), rows };
}

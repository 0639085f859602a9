// Runs commands of the installed OpenSpec one after another in this one process: starting it anew takes longer than what
// it does. Reads `{ tool, runs: [{ folder, archive? }] }` from stdin; writes for each run what `validate --all --strict
// --json` says of the folder, or what `archive --json --yes` does there with the change it names.
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const { tool, runs } = JSON.parse(fs.readFileSync(0, "utf8"));
const dist = path.join(tool, "node_modules/@fission-ai/openspec/dist");
const load = (file) => import(pathToFileURL(path.join(dist, file)).href);
const { ValidateCommand } = await load("commands/validate.js");
const { ArchiveCommand } = await load("core/archive.js");

const results = [];
for (const { folder, archive } of runs) {
  process.chdir(folder);
  results.push(
    await captured(() =>
      archive === undefined
        ? new ValidateCommand().execute(undefined, {
            all: true,
            strict: true,
            json: true,
            interactive: false,
          })
        : new ArchiveCommand().execute(archive, { yes: true, json: true }),
    ),
  );
}
process.stdout.write(JSON.stringify(results));
process.exitCode = 0;

/** What a command prints and the code it ends with. */
async function captured(command) {
  const lines = [];
  const { log, warn, error } = console;
  console.log = (line) => lines.push(line);
  console.warn = console.error = () => {};
  process.exitCode = 0;
  try {
    await command();
    return { code: process.exitCode ?? 0, said: JSON.parse(lines.join("\n")) };
  } catch (failure) {
    return { code: 1, failed: String(failure?.message ?? failure) };
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

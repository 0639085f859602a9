// One task in a process of its own: `node tasks.mjs <name> <options as JSON>` prints its result as JSON.
import { coldIndex, floor } from "./indexing.mjs";
import { typing } from "./queries.mjs";
import { manyUses } from "./references.mjs";
import { completionAndHover, firstHover, keystrokes } from "./server.mjs";
import { serviceKeystrokes, serviceSymbols } from "./service.mjs";

const TASKS = {
  floor,
  typing,
  coldIndex,
  serviceSymbols,
  serviceKeystrokes,
  firstHover,
  keystrokes,
  completionAndHover,
  manyUses,
};

const [name, options = "{}"] = process.argv.slice(2);
const result = await TASKS[name](JSON.parse(options));
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ...result, peak: result.peak ?? peak }), () => process.exit(0));

#!/usr/bin/env node
// npm run fuzz: plays with workspaces at random, and checks what is said of them and every edit that can be made.
//   npm run fuzz -- --minutes 60 --seed 7     for so many minutes of processor time (2), with other numbers
//   npm run fuzz -- --from 12 --count 1       from this round on, so many
//   npm run fuzz -- --all                     reports what is known, too
//   npm run fuzz -- --session 20000           so many acts with the server as a process of its own
//   npm run fuzz -- --faults                  puts faults into the code, and fails where one is not found
//   npm run fuzz -- --fault status            only those with this in their names
import { parseArgs } from "node:util";
import { withFault } from "./fuzz/withFault.mjs";
import { bundleTest } from "./lib/bundleTest.mjs";
import { capture } from "./lib/process.mjs";
import { root } from "./lib/root.mjs";

const { values } = parseArgs({
  options: {
    minutes: { type: "string", default: "2" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
    count: { type: "string", default: "Infinity" },
    shrinking: { type: "string", default: "10" },
    session: { type: "string" },
    all: { type: "boolean", default: false },
    own: { type: "boolean", default: false },
    faults: { type: "boolean", default: false },
    fault: { type: "string" },
  },
});
const BUNDLES = "out/fuzz";

process.chdir(root); // where the samples are found
const options = {
  seed: Number(values.seed),
  milliseconds: Number(values.minutes) * 60_000,
  shrinking: Number(values.shrinking) * 1000,
  from: Number(values.from),
  count: Number(values.count),
  real: !values.own,
  all: values.all,
  said: (line) => console.log(line),
};
const failed =
  values.faults || values.fault !== undefined
    ? await findFaults()
    : values.session
      ? await playLong()
      : await play();
process.exit(failed ? 1 : 0);

async function play() {
  const { fuzz, countText } = await bundleTest("test/fuzz/fuzz.ts");
  const result = await fuzz(options);
  console.log(`\n${countText(result)}`);
  for (const { property, count } of result.causes)
    console.log(`✘ ${String(count).padStart(5)} × ${property}`);
  return result.causes.length > 0;
}

async function playLong() {
  await capture(process.execPath, ["esbuild.mjs", "--outdir", BUNDLES], { cwd: root });
  const { playLong } = await bundleTest("test/fuzz/session/process.ts");
  const count = Number(values.session);
  const { acts, asked, compared, faults } = await playLong(`${BUNDLES}/server.cjs`, options.seed, count);
  console.log(
    `${acts} acts, ${asked} questions; ${compared} answers compared with those of a server that has just begun`,
  );
  for (const { property, detail } of faults) console.log(`\n✘ ${property}\n  ${detail}`);
  return faults.length > 0;
}

/** Each fault by itself, until a round shows what the code without it does not show in that round. */
async function findFaults() {
  const clean = await bundleTest("test/fuzz/fuzz.ts");
  const { FAULTS: all } = await bundleTest("test/fuzz/faults.ts");
  const faults = all.filter(({ name }) => name.includes(values.fault ?? ""));
  const quiet = { ...options, real: false, shrinking: 0, count: 1, all: true, said: () => {} };
  const known = new Map();
  const shown = async (from) => {
    if (!known.has(from)) known.set(from, propertiesOf(await clean.fuzz({ ...quiet, from })));
    return known.get(from);
  };
  let missed = 0;
  for (const fault of faults) {
    const { plugin, used } = withFault(fault);
    const { fuzz } = await bundleTest("test/fuzz/fuzz.ts", [plugin]);
    if (!used()) throw new Error(`“${fault.name}” does not fit ${fault.file} any more`);
    const started = process.cpuUsage();
    let spent = 0;
    let found;
    for (let from = options.from; !found && spent < options.milliseconds; from++) {
      const own = propertiesOf(await fuzz({ ...quiet, from }));
      const { user, system } = process.cpuUsage(started);
      spent = (user + system) / 1000;
      const others = own.size > 0 ? await shown(from) : own;
      const [property] = [...own].filter((one) => !others.has(one));
      if (property) found = `round ${from}, ${property}`;
    }
    if (!found) missed++;
    const time = `${(spent / 1000).toFixed(0)} s of processor time`;
    console.log(`${found ? "✔" : "✘"} ${fault.name}: ${found ?? "not found"} (${time})`);
  }
  console.log(`${faults.length - missed} of ${faults.length} faults found`);
  return missed > 0;
}

function propertiesOf({ causes }) {
  return new Set(causes.map(({ property }) => property));
}

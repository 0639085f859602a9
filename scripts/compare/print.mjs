// The table of a folder, and the first differences.
import { grid } from "../bench/table.mjs";
import { seconds } from "../lib/report.mjs";

/** Prints what was compared; gives how many answers differ. */
export function print(folder, [own, other], rows, time) {
  console.log(`\n${folder}, ${time}\n`);
  const cells = rows.map(({ what, count, filled, different, ms, digests: [first, second] }) => [
    what,
    String(count),
    String(filled),
    first,
    first === second ? "equal" : second,
    different > 0 ? String(different) : "",
    ms > 0 ? seconds(ms) : "",
  ]);
  console.log(grid([["", "asked", "answered", own.name, other.name, "different", "time"], ...cells]));
  for (const { what, different, differences } of rows) {
    if (different === 0) continue;
    console.log(`\n${what}: ${different} differ, the first of them:`);
    for (const { key, at, texts } of differences) {
      console.log(`  ${key}, from character ${at} on`);
      console.log(`    ${own.name}: ${JSON.stringify(texts[0])}`);
      console.log(`    ${other.name}: ${JSON.stringify(texts[1])}`);
    }
  }
  return rows.reduce((sum, { different }) => sum + different, 0);
}

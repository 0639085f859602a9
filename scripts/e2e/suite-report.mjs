// Collects what test/e2e/report.ts prints in the extension host: one `@@mocha {json}` line for each event.
import fs from "node:fs";
import { seconds } from "../lib/report.mjs";

const SIGN = { pass: "✔", fail: "✘", pending: "-" };

export class SuiteReport {
  #end;
  #other = [];

  add(line) {
    const json = /@@mocha (\{.*\})/.exec(line)?.[1];
    if (!json) {
      if (process.env.VERBOSE) console.log(`    | ${line.slice(0, 300)}`);
      this.#other.push(line);
      return;
    }
    const event = JSON.parse(json);
    if (event.event === "end") this.#end = event;
    else
      console.log(
        `  ${SIGN[event.event]} ${event.title} (${seconds(event.duration ?? 0)})${indented(event.error)}`,
      );
  }

  /** Passed only if the host says so and the suite did, and if there was a test at all. */
  finish(exitCode, file) {
    const end = this.#end;
    if (end)
      console.log(
        `${end.passes} passed, ${end.failures} failed in VS Code ${end.version} (exit code ${exitCode})`,
      );
    else
      console.log(
        `The suite did not report an end (exit code ${exitCode}). Last output:\n${this.#other.slice(-40).join("\n")}`,
      );
    const passed = exitCode === 0 && end?.failures === 0 && end.passes > 0;
    const counts = { passed: end?.passes ?? 0, failed: Math.max(end?.failures ?? 0, passed ? 0 : 1) };
    fs.writeFileSync(file, JSON.stringify({ ...counts, version: end?.version }, null, 2));
    return passed;
  }
}

function indented(error) {
  return error ? `\n      ${error.replaceAll("\n", "\n      ")}` : "";
}

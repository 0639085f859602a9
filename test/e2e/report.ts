// One console line for each event; in every host the runner finds them in the extension host's console.
import type Mocha from "mocha";
import * as vscode from "vscode";

export function runAndReport(mocha: Mocha): Promise<void> {
  return new Promise((resolve, reject) => {
    let passes = 0;
    const runner = mocha.run((failures) => {
      say({ event: "end", passes, failures, version: vscode.version });
      if (failures > 0) reject(new Error(`${failures} test(s) failed`));
      else resolve();
    });
    runner.on("pass", (test) => {
      passes++;
      say({ event: "pass", title: test.fullTitle(), duration: test.duration });
    });
    runner.on("pending", (test) => say({ event: "pending", title: test.fullTitle() }));
    runner.on("fail", (test, error: Error) => {
      const text = String(error?.stack ?? error).slice(0, 4_000); // a console line has a size limit
      say({ event: "fail", title: test.fullTitle(), duration: test.duration, error: text });
    });
  });
}

function say(event: object): void {
  console.log(`@@mocha ${JSON.stringify(event)}`);
}

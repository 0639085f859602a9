/** What is told of messages that take long; with the real server in server/timings.test.ts. */
import { expect, it } from "vitest";
import type { MessageReader } from "vscode-languageserver";
import { Timings } from "../server/timings.ts";

/** A message that comes, waits and is handled; times are in milliseconds. */
async function told(level: Timings["level"], waits: number, runs: number): Promise<string[]> {
  const lines: string[] = [];
  const timings = new Timings();
  timings.level = level;
  timings.watch({
    made: () => ({ pages: 0, indexes: new Map() }),
    nameOf: (uri) => uri,
    say: (line) => lines.push(line),
  });
  let come: (message: object) => void = () => {};
  const reader = {
    listen: (callback: typeof come) => {
      come = callback;
    },
  };
  const handled = new Promise<void>((resolve) => {
    timings.seeing(reader as unknown as MessageReader).listen(async (message) => {
      await pause(waits);
      await timings.handleMessage(message, () => pause(runs));
      resolve();
    });
  });
  come({ method: "m", params: { textDocument: { uri: "a" } } });
  await handled;
  return lines;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

it("what is slow is told: because it ran long, or because it waited", async () => {
  expect(await told("slow", 0, 120)).toEqual([
    expect.stringMatching(/^m a: waited \d+\.\d ms, ran \d{3,}\.\d ms; rebuilt nothing$/),
  ]);
  expect(await told("slow", 120, 0)).toEqual([expect.stringMatching(/waited \d{3,}\.\d ms, ran \d+\.\d ms/)]);
});

it("what is fast is told where all is", async () => {
  expect(await told("all", 0, 0)).toHaveLength(1);
  expect(await told("off", 120, 0)).toEqual([]);
});

it("a message that fails is told all the same, and fails", async () => {
  const lines: string[] = [];
  const timings = new Timings();
  timings.level = "all";
  timings.watch({
    made: () => ({ pages: 0, indexes: new Map() }),
    nameOf: (uri) => uri,
    say: (line) => lines.push(line),
  });
  const fails = () => Promise.reject(new Error("no"));
  await expect(timings.handleMessage({ jsonrpc: "2.0", method: "m" } as never, fails)).rejects.toThrow("no");
  expect(lines).toEqual([expect.stringMatching(/^m: waited 0\.0 ms, ran/)]);
});

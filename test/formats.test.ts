import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("shows the glossary formats as they are read", () => {
  expect(() =>
    execFileSync(process.execPath, ["scripts/formats.mjs", "--check"], { stdio: "pipe" }),
  ).not.toThrow();
}, 30_000);

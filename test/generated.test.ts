/** What `npm run generate` writes is up to date. */
import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";

it("nothing generated is out of date", () => {
  const check = () =>
    execFileSync(process.execPath, ["scripts/generate.mjs", "--check"], { encoding: "utf8", stdio: "pipe" });
  expect(check).not.toThrow();
});

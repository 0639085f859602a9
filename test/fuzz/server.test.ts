/** A long session with the real server: whatever it was told and asked, it ends up where one is that has just begun. */
import { expect, it } from "vitest";
import { BUNDLES } from "../bundles.ts";
import { isKnown } from "./known.ts";
import { playLong } from "./session/process.ts";

/** `npm run fuzz -- --session 20000` does more. */
const ACTS = 1_500;

it("answers after many edits and questions, sensible or not, as a server that has just begun", async () => {
  const { asked, compared, faults } = await playLong(`${BUNDLES}/server.cjs`, 1, ACTS);
  expect(
    faults.filter((one) => !isKnown(one)).map(({ property, detail }) => `${property}: ${detail}`),
  ).toEqual([]);
  expect(asked).toBeGreaterThan(ACTS / 2);
  expect(compared).toBeGreaterThan(0);
}, 120_000);

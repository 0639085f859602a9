/** Workspaces that are changed at random: what is said of them is right, and so is every edit. */
import { expect, it } from "vitest";
import { causeText, countText, fuzz } from "./fuzz.ts";

/** The same ones each time, whatever the machine; `npm run fuzz` plays others for as long as one likes. */
const ROUNDS = 60;
/** In milliseconds: far more than they take. */
const TIME = 600_000;

it(
  "gives no edit and no answer that is wrong in the same rounds each time",
  async () => {
    const shrinking = 20_000;
    const result = await fuzz({
      seed: 1,
      milliseconds: TIME,
      count: ROUNDS,
      real: false,
      all: false,
      shrinking,
    });
    console.log(`Played at random: ${countText(result)}.`);
    expect(result.causes.map(causeText).join("\n")).toBe("");
    expect(result.states).toBeGreaterThan(10);
    expect(result.made).toBeGreaterThan(10);
    expect(result.asked).toBeGreaterThan(10);
  },
  TIME,
);

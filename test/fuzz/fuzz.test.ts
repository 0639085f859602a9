/** Workspaces that are changed at random: what is said of them is right, and so is every edit. */
import { expect, it } from "vitest";
import { causeText, countText, fuzz } from "./fuzz.ts";

/** In milliseconds. */
const TIME = 120_000;
/** For making a last input smaller. */
const MORE = 120_000;

it(
  "gives no edit and no answer that is wrong in two minutes",
  async () => {
    const shrinking = 20_000;
    const result = await fuzz({
      seed: 1,
      milliseconds: TIME,
      atMost: TIME,
      real: true,
      all: false,
      shrinking,
    });
    console.log(`Played at random: ${countText(result)}.`);
    expect(result.causes.map(causeText).join("\n")).toBe("");
    expect(result.states).toBeGreaterThan(10);
    expect(result.made).toBeGreaterThan(10);
    expect(result.asked).toBeGreaterThan(10);
  },
  TIME + MORE,
);

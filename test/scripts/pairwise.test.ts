/** How figures that were measured in pairs are summed up; see scripts/bench/against.mjs. */
import { expect, it } from "vitest";

const { pairwise, quantile } = await import(
  new URL("../../scripts/bench/measure.mjs", import.meta.url).href as string
);

it("takes the median of an even number of figures from the two in the middle", () => {
  expect(quantile([4, 1, 3, 2], 0.5)).toBe(2.5);
  expect(quantile([5, 1, 3], 0.5)).toBe(3);
  expect(quantile([7], 0.25)).toBe(7);
});

it("takes quartiles in proportion", () => {
  expect([0.25, 0.75].map((part) => quantile([10, 20, 30, 40, 50], part))).toEqual([20, 40]);
  expect(quantile([10, 20], 0.25)).toBe(12.5);
});

it("compares within the pairs, whatever happened between them", () => {
  expect(pairwise([9, 90, 900], [10, 100, 1_000])).toEqual({
    this: 90,
    that: 100,
    ratio: 0.9,
    quartiles: [0.9, 0.9],
    pairs: 3,
  });
});

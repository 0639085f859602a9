import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { StatesMap } from "../../glossary/text/statesMap.ts";

const key = fc.integer({ min: 0, max: 60 });
const change = fc.oneof(
  fc.record({ set: key, value: fc.integer() }),
  fc.record({ delete: key }),
  fc.constant("state" as const),
);

describe("a map that gives out states", () => {
  it("is like a map that is copied each time", () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 300 }), (changes) => {
        const map = new StatesMap<number, number>();
        const expected = new Map<number, number>();
        const states: [ReadonlyMap<number, number>, Map<number, number>][] = [];
        for (const one of changes) {
          if (one === "state") states.push([map.state(), new Map(expected)]);
          else if ("set" in one) {
            map.set(one.set, one.value);
            expected.set(one.set, one.value);
          } else expect(map.delete(one.delete)).toBe(expected.delete(one.delete));
        }
        states.push([map.state(), expected]);
        for (const [state, copy] of states) {
          expect([...state]).toEqual([...copy]);
          expect([...state.keys()]).toEqual([...copy.keys()]);
          expect([...state.values()]).toEqual([...copy.values()]);
          expect(state.size).toBe(copy.size);
          for (let at = 0; at <= 60; at++)
            expect([state.has(at), state.get(at)]).toEqual([copy.has(at), copy.get(at)]);
          const visited: [number, number][] = [];
          state.forEach((value, at) => {
            visited.push([at, value]);
          });
          expect(visited).toEqual([...copy]);
        }
      }),
    );
  });
});

import { groupBy } from "./groups.ts";
/** A random order that is the same each time, so that two people judge the same sample. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const order = [...items];
  let state = seed >>> 0;
  for (let i = order.length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = Math.floor((state / 2 ** 32) * (i + 1));
    [order[i], order[other]] = [order[other] as Item, order[i] as Item];
  }
  return order;
}

/** At most `most` of them, one of each group in turn: a repository with a thousand is no better witness than one with ten. */
export function sample<Item>(
  items: readonly Item[],
  most: number,
  groupOf: (item: Item) => string,
  seed = 1,
): Set<Item> {
  const groups = [...groupBy(shuffled(items, seed), groupOf).values()];
  const chosen = new Set<Item>();
  for (let turn = 0; chosen.size < Math.min(most, items.length); turn++)
    for (const group of groups) {
      const item = group[turn];
      if (item !== undefined && chosen.size < most) chosen.add(item);
    }
  return chosen;
}

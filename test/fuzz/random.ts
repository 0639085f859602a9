/** Numbers that look as if they were drawn, and are the same for the same seed. */
export interface Random {
  /** From 0 to below `count`; 0 where there is nothing to choose from. */
  below(count: number): number;
  /** True in so many of one cases. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** At most `count` of a list, each once, in the order of the list. */
  some<T>(list: readonly T[], count: number): T[];
}

/** The generator for a seed (Mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count: number) => Math.floor(next() * count);
  return {
    below,
    chance: (share) => next() < share,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
    some: (list, count) => {
      if (list.length <= count) return [...list];
      const drawn = new Set<number>();
      while (drawn.size < count) drawn.add(below(list.length));
      return [...drawn].sort((a, b) => a - b).map((i) => list[i] as (typeof list)[number]);
    },
  };
}

/** A seed of its own for the walk with this number. */
export function seedOf(seed: number, walk: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(walk + 1, 0x85ebca6b)) >>> 0;
}

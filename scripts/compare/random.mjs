// Choices that are the same each time.

/** Numbers from 0 to 1 that only look random: the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Keeps at most `most` of all that is given to `add`, each with the same chance. */
export function sampler(most, next) {
  const kept = [];
  let seen = 0;
  return {
    kept,
    add(one) {
      seen++;
      if (kept.length < most) kept.push(one);
      else {
        const at = Math.floor(next() * seen);
        if (at < most) kept[at] = one;
      }
    },
  };
}

/** At most `most` of a list, evenly spread over it. */
export function spread(list, most) {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

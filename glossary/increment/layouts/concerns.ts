/** The layouts that a rule concerns. */
import type { Layout } from "./layout.ts";
import { incrementPlace } from "./layouts.ts";
import { LAYOUTS } from "./list.ts";

/** The pages in the layouts that `fits` holds for, and the names of these. */
export function layoutsThat(fits: (layout: Layout) => boolean): {
  readonly layouts: readonly string[];
  has(path: string): boolean;
} {
  const all = LAYOUTS.filter(fits);
  const ids = new Set(all.map(({ id }) => id));
  return {
    layouts: all.map(({ label }) => label),
    has(path) {
      const place = incrementPlace(path);
      return place !== undefined && ids.has(place.layout);
    },
  };
}

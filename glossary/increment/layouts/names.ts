/** Names of new increments. */

import { dirname } from "../../text/paths.ts";
import { incrementSlug } from "../edits/name.ts";
import { nextNumber } from "../index/increments.ts";
import type { IncrementUnit } from "../model/increment.ts";
import type { LayoutId } from "../model/place.ts";
import type { Around, File, Files } from "./layout.ts";

/** `0047-cart-review`: the next number of a layout among the increments that `isBeside` holds for, in so many digits. */
export function numberedName(
  { view: { increments } }: Around,
  title: string,
  layout: LayoutId,
  digits: number,
  isBeside: (one: IncrementUnit) => boolean,
): string {
  const beside = [...increments.units].filter(([, one]) => isBeside(one));
  const number = nextNumber({ units: new Map(beside) }, layout);
  return `${String(number).padStart(digits, "0")}-${incrementSlug(title)}`;
}

/** A name without a number: one that is taken gets one behind it. */
export function freeName({ view: { increments }, root }: Around, title: string): string {
  const slug = incrementSlug(title);
  let name = slug;
  for (let i = 2; increments.units.has(`${root}/${name}`); i++) name = `${slug}-${i}`;
  return name;
}

/** Files in a folder of their own. */
export function inFolder(name: string, [first, ...others]: Files): Files {
  const below = ([file, text]: File): File => [`${name}/${file}`, text];
  return [below(first), ...others.map(below)];
}

/** The folder above a unit, without one such as `_archive`. */
export function holderOf(unit: string): string {
  const above = dirname(unit);
  return /(?:^|\/)_[a-z]+$/.test(above) ? dirname(above) : above;
}

/** Quantities in words, for people. */
import type { Quantity } from "./quantity.ts";

type Scale = readonly (readonly [unit: string, size: number])[];

const TIME: Scale = [
  ["days", 86_400e9],
  ["h", 3600e9],
  ["min", 60e9],
  ["s", 1e9],
  ["ms", 1e6],
  ["µs", 1e3],
  ["ns", 1],
];
const SIZE: Scale = [
  ["TB", 1e12],
  ["GB", 1e9],
  ["MB", 1e6],
  ["KB", 1e3],
  ["B", 1],
];

/** A value in base units, in the largest unit of which there is at least one: `1.5 s`, `10,000 requests/s`. */
function formatValue(
  value: number,
  { dimension, of, unit }: Pick<Quantity, "dimension" | "of" | "unit">,
): string {
  if (dimension === "time") return scaled(value, TIME);
  if (dimension === "size") return scaled(value, SIZE);
  if (dimension === "share") return `${digits(value)}%`;
  if (dimension === "factor") return `${digits(value)}x`;
  if (dimension === "money") {
    const [currency = "", per] = of.split("/");
    return `${currency}${digits(value)}${per ? ` per ${per}` : ""}`;
  }
  if (dimension === "rate")
    return of === "byte" ? `${scaled(value, SIZE)}/s` : `${digits(value)}${of && ` ${plural(of)}`}/s`;
  return `${digits(value)}${unit ? ` ${plural(of)}` : ""}`;
}

/** The interval in words: `less than 100 ms`, `80% or more`, `2 min to 5 min`. */
export function formatInterval(quantity: Quantity): string {
  const { comparator, low, high, value } = quantity;
  const say = (one: number) => formatValue(one, quantity);
  if (comparator === "<") return `less than ${say(value)}`;
  if (comparator === "<=") return `${say(value)} or less`;
  if (comparator === ">") return `more than ${say(value)}`;
  if (comparator === ">=") return `${say(value)} or more`;
  if (comparator === "~") return `about ${say(value)}, taken as ${say(low)} to ${say(high)}`;
  return low === high ? say(value) : `${say(low)} to ${say(high)}`;
}

/** What a statistic says; "" for none. */
export function formatStatistic(statistic: string): string {
  const percentile = /^P([\d.]+)$/.exec(statistic)?.[1];
  if (percentile === "50") return "P50, the median: half of all cases are within it";
  if (percentile) return `${statistic}: ${percentile}% of all cases are within it`;
  if (statistic === "max") return "the maximum: every case is within it";
  return statistic === "average" ? "the average: single cases may be far off" : "";
}

function scaled(value: number, scale: Scale): string {
  const [unit, size] = scale.find(([, one]) => Math.abs(value) >= one) ?? (scale.at(-1) as Scale[number]);
  return `${digits(value / size)} ${unit}`;
}

/** At most six digits that matter, in groups of three. */
function digits(value: number): string {
  const [whole = "", rest] = String(Number(value.toPrecision(6))).split(".");
  if (whole.includes("e")) return whole;
  return `${whole.replace(/\B(?=(?:\d{3})+$)/g, ",")}${rest ? `.${rest}` : ""}`;
}

function plural(noun: string): string {
  if (noun === "") return "";
  return noun.endsWith("y") && !/[aeo]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

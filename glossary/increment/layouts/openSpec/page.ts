/** What pages of OpenSpec say to others, besides requirements and tasks in the common model. */

import type { Facts } from "../../../markdown/facts.ts";
import { hash } from "../../../text/hash.ts";
import { ownCopy } from "../../../text/ownCopy.ts";
import type { IncrementPage } from "../../model/model.ts";
import { type Block, blocksIn, rawOf } from "./body.ts";
import type { ChangeSettings } from "./configuration.ts";
import { type Delta, hasDelta, type Operation, readDelta } from "./delta.ts";
import type { Line, Named } from "./lines.ts";
import { joined } from "./lines.ts";
import { type MainSpec, readMainSpec } from "./mainSpec.ts";

/** A requirement that a page defines, changes or removes. */
export interface Entry extends Named {
  /** `undefined` in a specification in force. */
  readonly operation: Operation | undefined;
  /** Of what is merged: equal for texts that are. 0 where there is no text. */
  readonly stamp: number;
  /** The beginning of what it says; "" where it says nothing, and in what is archived. */
  readonly text: string;
  readonly scenarios: readonly { readonly name: string; readonly text: string }[];
  /** What it is renamed to. */
  readonly to?: Named;
}

/** A capability that a proposal names. */
export interface NamedCapability extends Named {
  readonly list: "new" | "modified";
}

export interface OpenSpecPage {
  /** `stray`: below `specs` of a change, but not where deltas are read. */
  readonly kind: "main" | "delta" | "stray" | "proposal" | "change" | "configuration" | "other";
  /** The path below `specs`: `shop/checkout`; "" for pages of none. */
  readonly capability: string;
  readonly entries: readonly Entry[];
  readonly capabilities: readonly NamedCapability[];
  /** True for a stray page with sections of a delta. */
  readonly isLost: boolean;
  readonly settings: ChangeSettings | undefined;
}

/** What a page says; `undefined` for one of another layout. */
export function openSpecPage(page: IncrementPage | undefined): OpenSpecPage | undefined {
  return page?.own as OpenSpecPage | undefined;
}

/** What others see of a page, without positions. */
export function outsideOf(own: object): string {
  const { capability, entries, capabilities, isLost, settings } = own as OpenSpecPage;
  const said = entries.map(({ operation, name, stamp, scenarios, to }) => [
    operation,
    name,
    stamp,
    to?.name,
    ...scenarios.map((one) => one.name),
  ]);
  const named = capabilities.map(({ name, list }) => [list, name]);
  const { schema, skipsSpecs, mayRetire, problem } = settings ?? {};
  return JSON.stringify([capability, said, named, isLost, schema, skipsSpecs, mayRetire, problem?.message]);
}

interface Source {
  readonly text: string;
  readonly facts: Facts;
}

/** What is read of a text, as long as a page has it. */
function perPage<T>(read: (text: string) => T): (page: Source) => T {
  const known = new WeakMap<Facts, { readonly text: string; readonly said: T }>();
  return ({ text, facts }) => {
    const before = known.get(facts);
    if (before?.text === text) return before.said;
    const said = read(text);
    known.set(facts, { text, said });
    return said;
  };
}

/** The delta that a page is. */
export const deltaOn: (page: Source) => Delta = perPage((text) => readDelta(text));
/** The same, as versions from 1.16.1 on read it. */
export const closedDeltaOn: (page: Source) => Delta = perPage((text) => readDelta(text, "closed"));

/** The specification in force that a page is. */
export const mainSpecOn: (page: Source) => MainSpec = perPage((text) => readMainSpec(text));
/** The same, as versions from 1.16.1 on read it. */
export const closedMainSpecOn: (page: Source) => MainSpec = perPage((text) => readMainSpec(text, "closed"));

/** The requirements of a specification in force. The texts of scenarios are kept: whoever modifies one has to repeat them. */
export function mainEntries({ lines, blocks, outside }: MainSpec): Entry[] {
  // Where some stand outside of their section, that is what is wrong, and not who speaks of them.
  const all = outside.length > 0 ? blocksIn(lines, 0, lines.length) : blocks;
  return all.map((one) => {
    const scenarios = one.scenarios.map(({ name, line, end }) => ({
      name: ownCopy(name),
      text: ownCopy(joined(lines, line, end).trimEnd()),
    }));
    return { ...entry(lines, one, undefined), scenarios };
  });
}

/** What a delta says of each requirement, by operation. */
export function deltaEntries({ lines, added, modified, removed, renamed }: Delta): Entry[] {
  const bare = ({ name, span }: Named, operation: Operation): Entry => ({
    name: ownCopy(name),
    span,
    operation,
    stamp: 0,
    text: "",
    scenarios: [],
  });
  return [
    ...added.map((one) => entry(lines, one, "ADDED")),
    ...modified.map((one) => entry(lines, one, "MODIFIED")),
    ...removed.map((one) => bare(one, "REMOVED")),
    ...renamed.map(({ from, to }) => ({
      ...bare(from, "RENAMED"),
      to: { name: ownCopy(to.name), span: to.span },
    })),
  ];
}

/** Equal for requirements that are merged as the same. */
export function stampOf(lines: readonly Line[], block: Pick<Block, "line" | "end">): number {
  return hash(rawOf(lines, block).trim());
}

/** How much of what a requirement says is kept, in UTF-16 units. */
const LONGEST_TEXT = 400;

function entry(lines: readonly Line[], block: Block, operation: Operation | undefined): Entry {
  return {
    name: ownCopy(block.name),
    span: block.span,
    operation,
    stamp: stampOf(lines, block),
    text: ownCopy(block.text.slice(0, LONGEST_TEXT)),
    scenarios: block.scenarios.map(({ name }) => ({ name: ownCopy(name), text: "" })),
  };
}

/** True for a page with sections of a delta. */
export function isDelta(page: Source): boolean {
  return hasDelta(deltaOn(page));
}

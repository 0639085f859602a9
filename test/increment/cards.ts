/**
 * A layout as somebody would add it, for a tool that keeps each of its increments in one file: `cards/card-7 - Title.md`,
 * with criteria numbered by place, cards that wait for others, and a configuration that is no JSON.
 */
import { linesAfter } from "../../glossary/increment/edits/edits.ts";
import { BY_FIELDS } from "../../glossary/increment/layouts/byFields.ts";
import type { Layout, Said } from "../../glossary/increment/layouts/layout.ts";
import { readTop } from "../../glossary/increment/layouts/written.ts";
import type { IncrementId, WrittenId } from "../../glossary/increment/model/ids.ts";
import type { Criterion } from "../../glossary/increment/model/model.ts";
import type { IncrementPlace } from "../../glossary/increment/model/place.ts";
import type { IncrementSource } from "../../glossary/increment/model/source.ts";
import { stateOfBox } from "../../glossary/increment/model/state.ts";
import { dirname } from "../../glossary/text/paths.ts";

const ID = "cards";

export const cards: Layout = {
  id: ID,
  label: "Cards",
  about: "a card: what is to be done, in one file",
  words: { unit: "card", criterion: "criterion" },

  places: [{ claims: (path) => /(?:^|\/)cards\//.test(path), at: placeOf }],
  files: [
    { glob: "**/cards/config.yml", isSent: true, is: (path) => /(?:^|\/)cards\/config\.yml$/.test(path) },
  ],
  menus: { inside: "cards/", holder: "cards" },
  first: [
    { root: "cards", sign: "cards" },
    { root: ".cards/cards", sign: ".cards" },
  ],
  rootOf: (unit) => /^(?:.*\/)?cards(?=\/)/.exec(unit)?.[0] ?? "cards",

  read: (source, place) =>
    place.role === "configuration" ? { statuses: statusesIn(source.text) } : readCard(source),
  notation: {
    isByPlace: true,
    idOf: (typed, kind) => (kind === "feature" && /^card-\d+$/.test(typed) ? cardId(typed) : undefined),
    textOf: (key) => (key.startsWith("AC-") ? `#${key.slice(3)}` : key.toLowerCase()),
    isPlace: () => true,
  },
  criteria: "boxes",
  tasksOfStories: false,
  tasksWithTests: false,
  namesOthers: true,
  isDone: ({ status, configuration }) => status?.what.text === configuration?.statuses.at(-1),
  statusWord: (name, { configuration }) => (name === "active" && configuration?.statuses[1]) || name,
  titleOf: (title) => title,

  draft({ title, priority = "medium" }, { view: { increments } }) {
    const numbers = [...increments.units.values()].flatMap(({ layout, number }) =>
      layout === ID && number !== undefined ? [number] : [],
    );
    const id = `card-${Math.max(0, ...numbers) + 1}`;
    const text = `---\nid: ${id}\ntitle: ${title}\nstatus: To Do\npriority: ${priority}\n---\n\n{{What}}\n`;
    return [[`${id} - ${title}.md`, text]];
  },
  asks: () => [{ key: "priority", title: "Which priority?", values: ["low", "high"] }],
  add: {
    page: ({ unit }) => unit,
    edit(_increment, { what }, _page, target) {
      const last = target.page.criteria.at(-1);
      if (what !== "criterion" || !last) return undefined;
      const number = target.page.criteria.length + 1;
      return linesAfter(target, last.span.end, [`- [ ] #${number} {{What can be seen}}`]);
    },
    text: () => undefined,
  },
  cover: { ...BY_FIELDS, define: () => undefined },
  refusal: ({ name }, { what }) =>
    what === "task" ? `${name} has no tasks: make a card for it.` : undefined,
  writingAt({ text, matter }, offset) {
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
    const typed = /^dependencies: \[(?:[\w-]+, ?)*([\w-]*)$/.exec(line)?.[1];
    if (typed === undefined || offset > (matter.span?.end ?? 0)) return undefined;
    const word = { start: offset - typed.length, end: offset };
    return { kind: "increment", value: word, word, others: line };
  },
  matterWords: (key, { configuration }) => (key === "status" ? configuration?.statuses : undefined),
};

function placeOf(path: string): IncrementPlace | undefined {
  const same = { layout: ID, suffix: "" } as const;
  if (path.endsWith("/config.yml"))
    return {
      ...same,
      role: "configuration",
      unit: dirname(path),
      name: "",
      id: undefined,
      number: undefined,
      shelf: "live",
    };
  const [, done, name = "", digits] = /\/(done\/)?(card-(\d+) - [^/]+)\.md$/.exec(`/${path}`) ?? [];
  if (digits === undefined) return undefined;
  const number = Number(digits);
  const shelf = done ? "archived" : "live";
  return { ...same, role: "whole", unit: path, name, id: `CARD-${number}`, number, shelf };
}

function cardId(text: string): IncrementId {
  return { kind: "feature", key: text.toUpperCase(), text };
}

function statusesIn(text: string): string[] {
  const list = /^statuses: \[(.*)\]$/m.exec(text)?.[1] ?? "";
  return list.split(",").map((one) => one.trim());
}

function readCard(source: IncrementSource): Said {
  const { text, matter } = source;
  const value = (key: string) => matter.values.find((one) => one.key === key);
  const status = value("status");
  const title = value("title");
  const idsIn = (key: string): WrittenId[] => {
    const span = value(key)?.span ?? { start: 0, end: 0 };
    return [...text.slice(span.start, span.end).matchAll(/card-\d+/g)].map(({ 0: id, index }) => {
      const start = span.start + index;
      return { ...cardId(id), span: { start, end: start + id.length } };
    });
  };
  const needs = idsIn("dependencies");
  const criteria = criteriaIn(source);
  const defined = criteria.map(({ id }) => id);
  return {
    ...readTop(source),
    title: typeof title?.value === "string" ? title.value : "",
    titleSpan: title?.span,
    status: status && {
      text: String(status.value),
      span: status.span,
      name: status.value === "Done" ? "completed" : "active",
      from: "matter",
      known: true,
    },
    needs,
    criteria,
    mentions: [...idsIn("id"), ...needs, ...defined].sort((a, b) => a.span.start - b.span.start),
  };
}

function criteriaIn({ text, facts }: IncrementSource): Criterion[] {
  return facts.items.flatMap((item): Criterion[] => {
    const box = facts.boxes.find(({ span }) => span.start >= item.span.start && span.end <= item.span.end);
    const [lead, digits, title = ""] =
      /^#(\d+) (.*)/.exec(text.slice(item.lead?.start, item.lead?.end)) ?? [];
    if (!box || !item.lead || lead === undefined || digits === undefined) return [];
    const { start, end } = item.lead;
    const span = { start, end: start + 1 + digits.length };
    return [
      {
        id: { kind: "criterion", key: `AC-${digits}`, text: `#${digits}`, span },
        title,
        nameSpan: item.lead,
        titleSpan: { start: end - title.length, end },
        span: item.span,
        form: "item",
        depth: 0,
        flaws: [],
        standing: "definition",
        state: stateOfBox(box.state, box.span),
        story: undefined,
        under: undefined,
        fields: [],
      },
    ];
  });
}

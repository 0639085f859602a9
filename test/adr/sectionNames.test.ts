/** Sections whose names are not written as headings, and whether a record has a reason then. */
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { folder, found } from "./found.ts";

const WHAT =
  "Orders are sent through a queue. Each shop has one queue. The name of the queue is the name of the shop.";
const WHY =
  "The old way lost orders whenever the stock service was down, which happened twice a week in spring.";

/** How a name can stand on a line of its own, or before its text. */
const FORMS: Readonly<Record<string, (name: string, text: string) => string>> = {
  bare: (name, text) => `${name}\n\n${text}`,
  "bare, with a colon": (name, text) => `${name}:\n\n${text}`,
  "bare, without a blank line": (name, text) => `${name}\n${text}`,
  "upper case": (name, text) => `${name.toUpperCase()}\n\n${text}`,
  bold: (name, text) => `**${name}**\n\n${text}`,
  "bold, with its colon": (name, text) => `**${name}:**\n\n${text}`,
  italic: (name, text) => `_${name}_\n\n${text}`,
  "italic, with stars": (name, text) => `*${name}*\n\n${text}`,
  "bold and italic": (name, text) => `***${name}***\n\n${text}`,
  underlined: (name, text) => `${name}\n------\n\n${text}`,
  "a heading of HTML": (name, text) => `<h2>${name}</h2>\n\n${text}`,
  "a heading of HTML with attributes": (name, text) => `<h3 align="left"><b>${name}</b></h3>\n\n${text}`,
  "bold in HTML": (name, text) => `<b>${name}</b>\n\n${text}`,
  "a summary": (name, text) => `<details><summary>${name}</summary>\n\n${text}\n\n</details>`,
  "a summary on its line": (name, text) => `<details>\n<summary>${name}</summary>\n\n${text}\n\n</details>`,
  "an admonition": (name, text) => `!!! note "${name}"\n\n${text}`,
  "a directive": (name, text) => `:::note ${name}\n\n${text}\n\n:::`,
  "a callout": (name, text) => `> [!NOTE] ${name}\n> ${text}`,
  "a label": (name, text) => `**${name}**: ${text}`,
  "a label with a dash": (name, text) => `**${name}** – ${text}`,
  "an italic label": (name, text) => `_${name}_: ${text}`,
  "a plain label": (name, text) => `${name}: ${text}`,
  "an item with a label": (name, text) => `- **${name}:** ${text}`,
};

const page = (
  form: (name: string, text: string) => string,
  ...sections: readonly (readonly [string, string])[]
) => ["# 29. Queue", ...sections.map(([name, text]) => form(name, text))].join("\n\n").concat("\n");

describe("names of sections", () => {
  for (const [name, form] of Object.entries(FORMS)) {
    it(`are found: ${name}`, () => {
      const text = page(form, ["Status", "Accepted"], ["Decision", WHAT], ["Rationale", WHY]);
      const { status, rationale, reported } = evaluate("docs/adr/0029-case.md", text);
      expect({ status, rationale, reported }).toEqual({
        status: "Accepted",
        rationale: "present",
        reported: [],
      });
    });
    it(`and do not hide that the reason is missing: ${name}`, () => {
      const text = page(form, ["Status", "Accepted"], ["Decision", WHAT]);
      expect(evaluate("docs/adr/0029-case.md", text)).toMatchObject({
        status: "Accepted",
        rationale: "missing",
      });
    });
  }

  const LANGUAGES: readonly (readonly string[])[] = [
    ["Kontext", "Entscheidung", "Begründung", "Konsequenzen"],
    ["Contexte", "Décision", "Justification", "Conséquences"],
    ["Contesto", "Decisione", "Motivazione", "Conseguenze"],
    ["Kontekst", "Decyzja", "Uzasadnienie", "Konsekwencje"],
  ];
  for (const [context = "", decision = "", rationale = "", consequences = ""] of LANGUAGES)
    it(`are found in other languages: ${decision}`, () => {
      const text = `# ADR-0001: F\n\nStatus: Accepted\n\n${context}\n\nX.\n\n${decision}\n\n1. Y.\n\n${rationale}\n\n- Ein gemeinsamer Code spart die Hälfte der Arbeit bei Änderungen.\n\n${consequences}\n\n- Z.\n`;
      expect(found(folder({ "0001-f": text }))).toEqual([]);
      expect(evaluate("docs/adr/0001-f.md", text).rationale).toBe("present");
    });

  const NONE = [
    [
      "a word in small letters",
      `# 1. Q\n\n## Status\n\nAccepted\n\n## Decision\n\n${WHAT} It was a hard\n\nrationale\n\nfor us.\n`,
    ],
    [
      "a list of contents",
      `# 1. Q\n\n- Context\n- Decision\n- Rationale\n\n## Status\n\nAccepted\n\n## Decision\n\n${WHAT}\n`,
    ],
    [
      "code",
      `# 1. Q\n\n## Status\n\nAccepted\n\n## Decision\n\n${WHAT}\n\n\`\`\`html\n<h2>Rationale</h2>\n<p>${WHY}</p>\n\`\`\`\n`,
    ],
    ["a status", `# 1. Q\n\n## Status\n\nProposed\n\nDecided\n\n## Decision\n\n${WHAT}\n`],
  ] as const;
  for (const [name, text] of NONE)
    it(`are none: ${name}`, () => expect(evaluate("docs/adr/0001-q.md", text).rationale).toBe("missing"));
});

describe("a reason", () => {
  const accepted = (title: string, more: string) => `# 51. ${title}\n\n## Status\n\nAccepted\n\n${more}\n`;
  const PRESENT: Readonly<Record<string, string>> = {
    "what would be without it": accepted(
      "Queue",
      `## Decision\n\n${WHAT} Without it, orders are lost when the stock service is down.`,
    ),
    "what would be otherwise": accepted(
      "Queue",
      `## Decision\n\n${WHAT} Otherwise orders are lost when the stock service is down.`,
    ),
    "in German": accepted(
      "Queue",
      "## Entscheidung\n\nBestellungen gehen über eine Warteschlange. Sonst gehen sie verloren, wenn das Lager steht.",
    ),
    "in French": accepted(
      "File",
      "## Décision\n\nLes commandes passent par une file. Sans elle, elles se perdent quand le stock ne répond pas.",
    ),
    "of a choice in a specification": accepted(
      "Messages",
      "## Specification\n\nMessages are JSON. We chose it because every shop can read it.\n\n## Fields\n\nName and price.",
    ),
  };
  for (const [name, text] of Object.entries(PRESENT))
    it(`is ${name}`, () => expect(evaluate("docs/adr/0051-q.md", text).rationale).toBe("present"));

  const MISSING: Readonly<Record<string, string>> = {
    "how a component works": accepted(
      "Queue component",
      "## Component description\n\nThe Queue component enables shops to send orders to the stock service. A message is dropped because its time is over.\n\n## Serialization\n\nMessages are JSON.",
    ),
    "what the first record of every repository says": accepted(
      "SQS support",
      "## Context\n\nWe have chosen to support\n\n## Decision\n\nWe will use Architecture Decision Records, as [described by Michael Nygard](http://thinkrelevance.com/blog/2011/11/15/documenting-architecture-decisions).\n\n## Consequences\n\nSee Michael Nygard's article, linked above.",
    ),
    "the title, once more": accepted(
      "A queue for orders of shops",
      `## Context\n\nA queue for orders of shops\n\n## Decision\n\n${WHAT}`,
    ),
    "that nobody has answered": accepted(
      "Queue",
      `## Context\n\n_No response_\n\n## Decision\n\n${WHAT}\n\n## Consequences\n\n_No response_`,
    ),
  };
  for (const [name, text] of Object.entries(MISSING))
    it(`is not ${name}`, () => expect(evaluate("docs/adr/0051-q.md", text).rationale).toBe("missing"));

  it("is not asked for in a draft, but that nothing has been written is said quietly", () => {
    const draft = (context: string) =>
      folder({ "0001-q": `# Draft: Queue\n\n## Context\n\n${context}\n\n## Decision\n\n[Describe it]\n` });
    expect(found(draft("[Describe the problem]"))).toEqual(["0001-q:1 missing-rationale"]);
    expect(found(draft("Orders are lost at night."))).toEqual([]);
  });
});

it("a page of a folder of decisions that decides nothing is none", () => {
  const text =
    "# ERP\n\n- Provider ID: `erp`\n\n## Mapping Notes\n\n- Customers are parties.\n\n## Open Questions\n\n- Extraction approach: server or file?\n";
  expect(found(folder({ erp: text }, "atlas/decisions/providers"))).toEqual([]);
});

/** One decision in many forms of a record: whether a reason is missing, present, or not asked for. */
import { expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";

const WHAT =
  "Orders are sent through a queue. Each shop has one queue. The name of the queue is the name of the shop.";
const WHY =
  "The old way lost orders whenever the stock service was down, which happened twice a week in spring.";
const nygard = (decision: string, more = "") =>
  `# 1. Queue\n\n## Status\n\nAccepted\n\n${more}## Decision\n\n${decision}\n`;
const titled = (title: string, ...sections: readonly string[]) =>
  `# 1. ${title}\n\n${sections.join("\n\n")}\n`;

const FORMS: readonly (readonly [form: string, expected: "missing" | "given", text: string])[] = [
  ["sections", "missing", nygard(WHAT, "Date: 2024-01-02\n\n")],
  [
    "a context that is none",
    "missing",
    nygard(`${WHAT}\n\n## Consequences\n\nNone.`, "## Context\n\nN/A\n\n"),
  ],
  ["bare lines", "missing", titled("Queue", "Status: Accepted", "Decision", WHAT)],
  [
    "a table at the head",
    "missing",
    titled(
      "Queue",
      "| | |\n|---|---|\n| Status | Accepted |\n| Date | 2024-01-02 |",
      "## What",
      WHAT,
      "## How",
      "The service writes to the queue.",
    ),
  ],
  [
    "MADR with options only",
    "missing",
    '# Queue\n\n* Status: accepted\n\n## Considered Options\n\n* Queue\n* Calls\n\n## Decision Outcome\n\nChosen option: "Queue"\n',
  ],
  [
    "the description of a component",
    "missing",
    titled(
      "Queue component",
      "## Status",
      "Accepted",
      "## Component description",
      "The Queue component enables shops to send orders to the stock service. It can be attached to any shop.",
      "## Serialization",
      "Messages are JSON.",
    ),
  ],
  [
    "a pointer to a ticket",
    "missing",
    nygard(WHAT, "## Context\n\nSee [the ticket](https://tickets.example/12).\n\n"),
  ],
  [
    "a table of names and values",
    "missing",
    titled("Queue", `| Field | Text |\n|---|---|\n| Status | Accepted |\n| Decision | ${WHAT} |`),
  ],
  [
    "German",
    "missing",
    titled(
      "Warteschlange",
      "## Status",
      "Akzeptiert",
      "## Entscheidung",
      "Bestellungen gehen über eine Warteschlange. Jeder Laden hat eine.",
    ),
  ],
  [
    "Spanish",
    "missing",
    titled(
      "Cola",
      "## Estado",
      "Aceptado",
      "## Decisión",
      "Los pedidos pasan por una cola. Cada tienda tiene la suya.",
    ),
  ],
  [
    "Portuguese",
    "missing",
    titled(
      "Fila",
      "## Status",
      "Aceito",
      "## Decisão",
      "Os pedidos passam por uma fila. Cada loja tem a sua.",
    ),
  ],
  [
    "Italian",
    "missing",
    titled(
      "Coda",
      "## Stato",
      "Accettato",
      "## Decisione",
      "Gli ordini passano per una coda. Ogni negozio ha la sua.",
    ),
  ],
  ["because", "given", nygard(`${WHAT} We do this because ${WHY}`)],
  [
    "bare lines with colons",
    "given",
    titled("Queue", "Status: Accepted", "Decision:", WHAT, "Reasons:", WHY),
  ],
  [
    "underlined headings",
    "given",
    `1. Queue\n========\n\nStatus\n------\n\nAccepted\n\nDecision\n--------\n\n${WHAT}\n\nRationale\n---------\n\n${WHY}\n`,
  ],
  [
    "lines in italics",
    "given",
    titled("Queue", "_Status_", "Accepted", "_Decision_", WHAT, "_Rationale_", WHY),
  ],
  [
    "a table of names and values with a reason",
    "given",
    titled(
      "Queue",
      `| Field | Text |\n|---|---|\n| Status | Accepted |\n| Decision | ${WHAT} |\n| Rationale | ${WHY} |`,
    ),
  ],
  ["details", "given", nygard(`${WHAT}\n\n<details><summary>Rationale</summary>\n\n${WHY}\n\n</details>`)],
  ["a question", "given", nygard(`${WHAT}\n\n## Why not calls?\n\n${WHY}`)],
  ["a callout", "given", nygard(`${WHAT}\n\n> [!NOTE]\n> **Rationale**: ${WHY}`)],
  [
    "bare lines in German",
    "given",
    titled(
      "Warteschlange",
      "Status: Akzeptiert",
      "Entscheidung",
      "Bestellungen gehen über eine Warteschlange.",
      "Begründung",
      "Der alte Weg hat Bestellungen verloren, sobald das Lager nicht erreichbar war.",
    ),
  ],
  [
    "French “afin de”",
    "given",
    titled(
      "File",
      "## Statut",
      "Accepté",
      "## Décision",
      "Les commandes passent par une file afin de ne plus en perdre quand le stock ne répond pas.",
    ),
  ],
  [
    "Spanish “ya que”",
    "given",
    titled(
      "Cola",
      "## Estado",
      "Aceptado",
      "## Decisión",
      "Los pedidos pasan por una cola, ya que antes se perdían cuando el almacén no respondía.",
    ),
  ],
  [
    "Japanese “ため”",
    "given",
    titled(
      "キュー",
      "## ステータス",
      "承認済み",
      "## 決定",
      "在庫サービスが止まると注文が失われるため、注文はキューで送る。",
    ),
  ],
  [
    "Italian",
    "given",
    titled(
      "Coda",
      "## Stato",
      "Accettato",
      "## Decisione",
      "Gli ordini passano per una coda.",
      "## Motivazione",
      "Prima gli ordini si perdevano quando il magazzino non rispondeva.",
    ),
  ],
  [
    "Polish",
    "given",
    titled(
      "Kolejka",
      "## Status",
      "Zaakceptowany",
      "## Decyzja",
      "Zamówienia idą przez kolejkę.",
      "## Uzasadnienie",
      "Przedtem zamówienia ginęły, gdy magazyn nie odpowiadał.",
    ),
  ],
  ["“without it”", "given", nygard(`${WHAT} Without it, orders are lost when the stock service is down.`)],
  ["“that lets”", "given", nygard(`${WHAT} That lets the stock service stop without any order being lost.`)],
  ["a sign-post", "given", titled("Queue", "**Status:** Resolved", "Moved to [ADR 1](0001-case-1.md).")],
  ["cancelled", "given", titled("Queue", "## Status", "Cancelled", "## Decision", WHAT)],
];

for (const [form, expected, text] of FORMS)
  it(`${expected}: ${form}`, () =>
    expect(evaluate("docs/adr/0001-queue.md", text).reported.length > 0 ? "missing" : "given").toBe(
      expected,
    ));

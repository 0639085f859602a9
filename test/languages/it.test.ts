/** What is read of documents in Italian. */
import { describe, expect, it } from "vitest";
import { statusKind } from "../../glossary/adr/model/status.ts";
import { quantitiesIn, statisticsIn } from "../../glossary/target/model/quantity.ts";
import { evaluate } from "../adr/evaluate.ts";
import { pageOf, workspace } from "../fixture.ts";
import { readPage } from "../increment/read.ts";
import { tryFormats } from "../terms/formats/format.ts";

const PATH = "docs/adr/0007-coda.md";

/** A record in the style of MADR around its decision. */
function madr(decision: string, rest = ""): string {
  return `---\nstatus: accettata\ndate: 2025-01-02\n---\n\n# Una sola coda per gli ordini\n\n## Decisione\n\n${decision}\n${rest}`;
}

/** The same in the style of Nygard. */
function nygard(decision: string): string {
  return `# 7. Una sola coda\n\n## Stato\n\nAccettata\n\n## Decisione\n\n${decision}\n`;
}

describe("a decision in Italian", () => {
  it.each([
    "Salviamo i prezzi in centesimi perché gli errori di arrotondamento ci sono già costati due volte.",
    "I log vanno sullo standard output in modo che la piattaforma li possa raccogliere.",
    "Scegliamo PostgreSQL dato che ogni team lo usa già da anni.",
    "Le sessioni passano a Redis per evitare di perderle a ogni rilascio.",
    "Usiamo una sola coda; questo permette a tutti di vedere i tentativi.",
    "A causa della licenza della vecchia libreria la sostituiamo con un'altra.",
    "La squadra è piccola e il codice cambia di rado, quindi teniamo un solo repository.",
    "Opzione scelta: una sola coda, poiché i tentativi restano visibili a tutti.",
  ])("says why: %s", (text) => {
    for (const page of [madr(text), nygard(text)]) {
      expect(evaluate(PATH, page).rationale).toBe("present");
      expect(evaluate(PATH, page).reported).toEqual([]);
    }
  });

  it.each([
    "Salviamo i prezzi in centesimi.",
    "Tutti i servizi scrivono i log sullo standard output. I log sono righe di JSON.",
    "Usiamo PostgreSQL 15 per gli ordini e Redis per le sessioni.",
  ])("does not say why: %s", (text) => {
    for (const page of [madr(text), nygard(text)]) {
      const { rationale, reported } = evaluate(PATH, page);
      expect(rationale).toBe("missing");
      expect(reported).toHaveLength(1);
    }
  });

  it.each([
    [
      "a section of reasons",
      "\n## Motivazione\n\nOgni team la conosce e nessuno deve pagare una seconda licenza.\n",
    ],
    [
      "a rejected alternative",
      "\n## Alternative considerate\n\n### Kafka\n\nScartata perché nessuno la conosce.\n",
    ],
    [
      "points for and against",
      "\n## Opzioni valutate\n\n### Kafka\n\n#### Vantaggi\n\n- molto veloce\n- molti client\n\n#### Svantaggi\n\n- da gestire\n",
    ],
  ])("says why by %s", (_, rest) => {
    expect(evaluate(PATH, madr("Usiamo una sola coda per tutti gli ordini.", rest)).rationale).toBe(
      "present",
    );
  });

  it("has sections that are told by their names", () => {
    const text =
      "# 7. Coda\n\n## Stato\n\nProposta\n\n## Contesto e problema\n\nOggi ci sono tre code e nessuno sa quale.\n\n## Decisione\n\nUna coda.\n\n## Conseguenze\n\nMeno code.\n";
    expect(evaluate(PATH, text)).toMatchObject({
      kind: "record",
      style: "nygard",
      status: "Proposta",
      rationale: "weak",
    });
  });

  it.each([
    ["Bozza", "draft"],
    ["In revisione", "proposed"],
    ["Approvato", "accepted"],
    ["Completata", "implemented"],
    ["Scartata", "rejected"],
    ["Dismesso", "deprecated"],
    ["Sostituita da ADR-0012", "superseded"],
  ])("has the status %s", (status, kind) => {
    expect(statusKind(status)).toBe(kind);
  });

  it("names the one that supersedes it", () => {
    const text =
      "# ADR-7: Coda\n\n**Stato**: Sostituita da [ADR-12](0012-code.md)\n\n## Decisione\n\nUna coda.\n";
    const { record } = pageOf(workspace({ [PATH]: text }), PATH).exports.adr;
    expect(record?.relations.map(({ kind, url }) => `${kind} ${url}`)).toEqual([
      "superseded-by 0012-code.md",
    ]);
  });
});

describe("words of English", () => {
  it("are no reasons because Italian has the same letters", () => {
    for (const text of [
      "Licences are bought per software package and year.",
      "We count votes per share of stock.",
    ])
      expect(evaluate(PATH, `# 7. X\n\n## Status\n\nAccepted\n\n## Decision\n\n${text}\n`).rationale).toBe(
        "missing",
      );
  });
});

describe("a specification of Kiro in Italian", () => {
  it("has requirements, criteria and tasks for them", () => {
    const spec = readPage(
      ".kiro/specs/prestiti/requirements.md",
      "### Requisito 1: Prestito\n\n#### Criteri di accettazione\n\n1. QUANDO si presta\n2. SE si perde\n",
    );
    expect(spec.stories.map(({ id, title }) => `${id.key} ${title}`)).toEqual(["US-1 Prestito"]);
    expect(spec.criteria.map(({ id, title }) => `${id.text} ${title}`)).toEqual([
      "1.1 QUANDO si presta",
      "1.2 SE si perde",
    ]);
    const tasks = readPage(
      ".kiro/specs/prestiti/tasks.md",
      "- [ ] 1. Prestare\n  - _Requisiti: 1.1 e 1.2_\n- [ ] 2. Provare\n  - _Requisiti: tutti_\n",
    ).tasks;
    expect(tasks.map(({ criteria }) => criteria)).toEqual([["AC-US1-1", "AC-US1-2"], []]);
    expect(tasks[1]?.fields.some(({ all }) => all)).toBe(true);
  });
});

describe("a statistic in Italian", () => {
  it.each([
    ["il 95º percentile resta sotto 200 ms", "P95"],
    ["il 99° percentile", "P99"],
    ["la mediana", "P50"],
    ["nel caso peggiore", "max"],
  ])("is read: %s", (text, name) => {
    expect(statisticsIn(text).map((one) => one.name)).toEqual([name]);
  });

  it("leaves the numbers alone", () => {
    expect(quantitiesIn("il 95º percentile resta sotto 200 ms").map(({ value }) => value)).toContain(200e6);
  });
});

tryFormats({
  "in Italian": {
    "a section of a document": [
      "docs/porto.md",
      "# Porto\n\n## Termini e definizioni\n\n| Termine | Significato |\n|---|---|\n| Banchina | Dove attraccano le navi |\n\n## Acronimi\n\n- **SLO**: obiettivo di servizio\n",
      [
        "section: Banchina | Dove attraccano le navi | only docs/porto.md",
        "section: SLO | obiettivo di servizio | only docs/porto.md",
      ],
    ],
    "a section with a sentence": [
      "docs/porto.md",
      "# Porto\n\n## Glossario\n\n**Banchina** è dove attraccano le navi.\n\n**Molo** rappresenta il resto.\n",
      [
        "section: Banchina | Banchina è dove attraccano le navi. | only docs/porto.md",
        "section: Molo | Molo rappresenta il resto. | only docs/porto.md",
      ],
    ],
  },
});

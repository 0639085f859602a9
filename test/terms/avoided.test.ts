/** Names to avoid: where they are found, what is written instead, what a hover says. */
import { describe, expect, it } from "vitest";
import { diagnose, fixesAt } from "../../glossary/rule/run.ts";
import { hover } from "../../glossary/terms/features/hover.ts";
import { avoidedName } from "../../glossary/terms/rules/avoided-name.ts";
import { applyEdits } from "../../glossary/text/span.ts";
import { cursorOf, mark, pageOf, rethrow, workspace } from "../fixture.ts";

const GLOSSARY = `
-- docs/GLOSSARY.md --
# Glossary

| Term | Definition | Avoid |
|------|------------|-------|
| Customer | Who orders. | client, account holder |
| Purchase Order | A request. | buy-in |
| API Key | A secret. | access token |
| Stock Item | What is sold. | SKU |
| Metrics | Numbers. | measurement |
| Demand | What is wanted. | orders |
| Analysis | A close look. | probe |
| Ingest | To take in. | import |
| 顧客 | 注文する人。 | クライアント |
| Import Job | It imports. | |
`;

function reported(text: string, more = GLOSSARY): string {
  const one = workspace(`${text}\n${more}`);
  const page = pageOf(one);
  const found = diagnose([avoidedName], one.snapshot, page, rethrow);
  return mark(
    page.text,
    found.map(({ span }) => span),
  ).trimEnd();
}

function fixed(text: string): string {
  const one = workspace(`${text}\n${GLOSSARY}`);
  const page = pageOf(one);
  const fixes = fixesAt([avoidedName], one.snapshot, page, { start: 0, end: page.text.length }, rethrow);
  const edits = fixes.flatMap(({ fix }) =>
    fix.changes.flatMap((one) => (one.kind === "edit" ? one.edits : [])),
  );
  return applyEdits(page.text, edits).trimEnd();
}

describe("a name to avoid becomes the term's", () => {
  const CASES: Readonly<Record<string, string>> = {
    "the client pays": "the customer pays",
    "Clients pay": "Customers pay",
    "the clients' money": "the customers' money",
    "the client’s money": "the customer’s money",
    "The CLIENT and THE ACCOUNT HOLDERS": "The CUSTOMER and THE CUSTOMERS",
    "the Account holder. Account holders pay": "the Customer. Customers pay",
    "an account holder": "a customer",
    "An Account Holder": "A Customer",
    "a client with an access token": "a customer with an API key",
    "two access tokens": "two API keys",
    "Access Tokens": "API Keys",
    "a SKU, two SKUs": "a stock item, two stock items",
    "SKUs are numbered": "Stock items are numbered",
    "a buy-in, Buy-in, Buy-In": "a purchase order, Purchase order, Purchase Order",
    "a measurement, measurements": "a metric, metrics",
    "many orders": "many demand",
    "a probe, probes": "an analysis, analyses",
    クライアントが: "顧客が",
    "see the client. Client pays": "see the customer. Customer pays",
    "- Buy-in\n- client": "- Purchase order\n- customer",
    "the account\nholder": "the customer",
  };
  for (const [before, after] of Object.entries(CASES)) {
    it(before, () => expect(fixed(before)).toBe(after));
  }
});

describe("it is reported", () => {
  const CASES: readonly string[] = [
    "The «client» and the clientele.",
    "A [«client»](./x.md)".replace(/[«»]/g, ""),
    "`client`, “client”, 'client', *client*, **client**, _client_",
    "client-side, client.ts, src/client, --client",
    "| A | B |\n|---|---|\n| «client» | x |",
    "An import job is no «import».",
  ];
  for (const text of CASES) it(text, () => expect(reported(text.replace(/[«»]/g, ""))).toBe(text));

  it("not where another term has the name", () => {
    const more =
      "\n-- docs/GLOSSARY.md --\n# Glossary\n\n| Term | Definition | Avoid |\n|---|---|---|\n| Sales | What was sold. | demand |\n| Demand | What is wanted. | sale |\n";
    expect(reported("The demand and the sale.", more)).toBe("The demand and the sale.");
  });

  it("not in the file that says so, nor where the term does not hold", () => {
    const one = workspace(GLOSSARY);
    expect(diagnose([avoidedName], one.snapshot, pageOf(one, "docs/GLOSSARY.md"), rethrow)).toEqual([]);
    const scoped = `${GLOSSARY}-- .spec-glossary.jsonc --\n{ "scopes": [{ "glossaries": ["docs/GLOSSARY.md"], "appliesTo": ["services"] }] }\n`;
    expect(reported("A client.", scoped)).toBe("A client.");
  });

  it("as a hint where it is a single word, else as an information", () => {
    const one = workspace(`A client and an account holder.\n${GLOSSARY}`);
    const found = diagnose([avoidedName], one.snapshot, pageOf(one), rethrow);
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ["hint", "“client” is a name to avoid: write “customer”"],
      ["information", "“account holder” is a name to avoid: write “customer”"],
    ]);
  });
});

describe("a hover", () => {
  const hoverIn = (text: string) => {
    const one = workspace(`${text}\n${GLOSSARY}`);
    const { page, offset } = cursorOf(one);
    return hover(one.snapshot, page, offset)?.markdown;
  };

  it("says what to write, and what that is", () => {
    expect(hoverIn("The cli$0ents.")).toMatch(
      /^Avoid “clients”: write “Customer”\n\n---\n\n\*\*Customer\*\*[\s\S]*Who orders/,
    );
  });

  it("of the term itself stays as it is", () => {
    expect(hoverIn("The cus$0tomers.")).toMatch(/^\*\*Customer\*\*/);
    expect(hoverIn("An import jo$0b.")).toMatch(/^\*\*Import Job\*\*/);
  });
});

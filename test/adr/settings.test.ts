/** What the settings make of decision records: files of one's own, templates, KEPs and RFCs, statuses, strictness. */
import { describe, expect, it } from "vitest";
import { adrCompletion } from "../../glossary/adr/features/completion.ts";
import { adrLog } from "../../glossary/adr/features/log.ts";
import { adrFolders } from "../../glossary/adr/features/new.ts";
import { diagnose } from "../../glossary/rule/run.ts";
import { RULES } from "../../glossary/rules.ts";
import { pageOf, workspace } from "../fixture.ts";

const CONFIG = ".spec-glossary.jsonc";
const RECORD = "# Pay by Card\n\n## Status\n\nAccepted\n\n## Decision\n\nWe take cards.\n";

const KEP_PAGE = `# KEP-1234: Warm Caches

## Summary

Caches are filled before a node takes traffic.

## Motivation

Cold nodes answer slowly for a minute after each release, and users notice.

### Goals

## Proposal

A probe reads the hundred most used keys.

## Design Details

## Drawbacks

## Alternatives
`;
const KEP_YAML =
  "title: Fill caches early\nkep-number: 1234\nstatus: implementable\ncreation-date: 2024-05-06\n";

const RFC_PAGE = `- Feature Name: \`quiet_mode\`
- Start Date: 2023-04-05
- RFC PR: [#77](https://example.org/77)

# Summary
[summary]: #summary

A flag that prints errors only.

# Motivation
[motivation]: #motivation

# Guide-level explanation

Pass the flag.

# Drawbacks

# Prior art
`;

const files = (settings: object, pages: Readonly<Record<string, string>>) => ({
  [CONFIG]: JSON.stringify(settings),
  ...pages,
});
const recordIn = (settings: object, path: string, text: string) =>
  pageOf(workspace(files(settings, { [path]: text })), path).exports.adr.record;
const reported = (settings: object, pages: Readonly<Record<string, string>>, path: string) => {
  const at = workspace(files(settings, pages));
  return diagnose(
    RULES.filter(({ id }) => id.startsWith("adr/")),
    at.snapshot,
    pageOf(at, path),
    (rule, _path, error) => {
      throw new Error(rule, { cause: error });
    },
  ).map(({ rule, severity }) => `${rule} ${severity}`);
};

describe("files of one's own", () => {
  const own = { adrFiles: ["docs/choices", "notes/*-choice.md"], adrTemplates: ["docs/choices/blank.md"] };

  it("are records where the settings say so, and only there", () => {
    expect(recordIn({}, "docs/choices/cards.md", RECORD)).toBeUndefined();
    expect(recordIn(own, "docs/choices/cards.md", RECORD)?.kind).toBe("record");
    expect(recordIn(own, "notes/cards-choice.md", "# Cards\n\nWe take cards.\n")?.kind).toBe("record");
    expect(recordIn(own, "notes/cards.md", RECORD)).toBeUndefined();
  });

  it("are templates where the settings say so", () => {
    expect(recordIn(own, "docs/choices/blank.md", RECORD)?.kind).toBe("template");
    expect(reported(own, { "docs/choices/blank.md": RECORD }, "docs/choices/blank.md")).toEqual([]);
  });

  it("are where the first record is offered to go", () => {
    const offered = (adrFiles: readonly string[]) =>
      adrFolders(workspace(files({ adrFiles }, { "a.md": "x" })).snapshot, "a.md").map(
        ({ folder }) => folder,
      );
    expect(offered([])).toEqual(["docs/adr"]);
    expect(offered(["docs/choices"])).toEqual(["docs/choices"]);
    expect(offered(["**/*-choice.md", "./docs/choices/*.md"])).toEqual(["docs/choices"]);
  });

  it("are held to the rules", () => {
    expect(reported(own, { "docs/choices/cards.md": RECORD }, "docs/choices/cards.md")).toEqual([
      "adr/missing-rationale warning",
    ]);
  });

  it("are read again when they are closed and the settings change", () => {
    const at = workspace({ "docs/choices/cards.md": RECORD, "docs/a.md": "x" }, { open: [] });
    expect(at.snapshot.adrs.records.size).toBe(0);
    at.host.apply({ put: new Map([[CONFIG, JSON.stringify(own)]]) });
    expect([...at.host.stale]).toEqual(["docs/choices/cards.md"]);
    at.host.apply({ put: new Map([["docs/choices/cards.md", RECORD]]) });
    expect([...at.host.stale]).toEqual([]);
    expect([...at.host.snapshot().adrs.records.keys()]).toEqual(["docs/choices/cards.md"]);
    at.host.apply({ drop: [CONFIG] });
    expect([...at.host.stale]).toEqual(["docs/choices/cards.md"]);
  });
});

describe("KEPs", () => {
  const kep = { adrProfiles: ["kep"] };
  const PAGE = "keps/sig-node/1234-warm-caches/README.md";
  const YAML = "keps/sig-node/1234-warm-caches/kep.yaml";
  const silent = KEP_PAGE.replace(/Cold nodes.*\n/, "").replace(/Caches are.*\n/, "");

  it("are records where the profile is on", () => {
    expect(recordIn({}, PAGE, KEP_PAGE)).toBeUndefined();
    expect(recordIn({ adrProfiles: ["rfc"] }, PAGE, KEP_PAGE)).toBeUndefined();
    expect(recordIn(kep, PAGE, KEP_PAGE)).toMatchObject({
      kind: "record",
      style: "kep",
      id: { key: "1234" },
    });
    expect(recordIn(kep, "keps/README.md", "# Enhancements\n\nHow to write one.\n")).toBeUndefined();
    expect(recordIn(kep, "keps/NNNN-kep-template/README.md", KEP_PAGE.replace("1234", "NNNN"))?.kind).toBe(
      "template",
    );
  });

  it("have title, status and date of their kep.yaml, whichever is read first", () => {
    for (const order of [
      { [PAGE]: KEP_PAGE, [YAML]: KEP_YAML },
      { [YAML]: KEP_YAML, [PAGE]: KEP_PAGE },
    ]) {
      const [entry] = adrLog(workspace(files(kep, order)).snapshot).entries;
      expect(entry).toMatchObject({
        label: "KEP-1234",
        title: "Fill caches early",
        status: "implementable",
        kind: "proposed",
        date: "2024-05-06",
      });
    }
  });

  it("are asked for their reason once they are implemented", () => {
    const pages = (status: string) => ({ [PAGE]: silent, [YAML]: KEP_YAML.replace("implementable", status) });
    expect(reported(kep, pages("implementable"), PAGE)).toEqual([]);
    expect(reported(kep, pages("withdrawn"), PAGE)).toEqual([]);
    expect(reported(kep, pages("implemented"), PAGE)).toEqual(["adr/missing-rationale warning"]);
    expect(reported(kep, { [PAGE]: KEP_PAGE }, PAGE)).toEqual([]);
  });

  it("are not meant by the number of an ADR", () => {
    const at = workspace(
      files(kep, { [PAGE]: KEP_PAGE, "docs/adr/1234-x.md": RECORD, "docs/page.md": "ADR-1234\n" }),
    );
    expect(at.snapshot.adrs.byKey.get("1234")?.map(({ path }) => path)).toEqual(["docs/adr/1234-x.md"]);
  });
});

describe("RFCs", () => {
  const rfc = { adrProfiles: ["rfc"] };
  const PAGE = "text/0077-quiet-mode.md";

  it("are records where the profile is on and they have the sections of one", () => {
    expect(recordIn({}, PAGE, RFC_PAGE)).toBeUndefined();
    expect(recordIn(rfc, PAGE, RFC_PAGE)).toMatchObject({
      kind: "record",
      style: "rfc",
      title: "quiet mode",
      id: { key: "77" },
      date: "2023-04-05",
    });
    expect(recordIn(rfc, "text/0078-moved.md", "Moved to [0079](0079-x.md).\n")).toBeUndefined();
    expect(
      recordIn(rfc, "docs/rfcs/cards.md", "# Cards\n\n## Motivation\n\nX.\n\n## Drawbacks\n")?.kind,
    ).toBe("record");
    expect(recordIn(rfc, "rfcs/0000-template.md", RFC_PAGE)?.kind).toBe("template");
  });

  it("are asked for their reason", () => {
    expect(reported(rfc, { [PAGE]: RFC_PAGE }, PAGE)).toEqual(["adr/missing-rationale warning"]);
    const moved = RFC_PAGE.replace(
      "#motivation\n",
      "#motivation\n\nScripts drown in progress lines that nobody reads.\n",
    );
    expect(reported(rfc, { [PAGE]: moved }, PAGE)).toEqual([]);
  });
});

it("a status of one's own is offered as it is set", () => {
  const text = "# ADR-0001: A\n\n**Status**: \n\n## Decision\n\nA.\n";
  const at = workspace(files({ adrStatuses: ["Ready to Ship"] }, { "docs/adr/0001-a.md": text }));
  const found = adrCompletion(at.snapshot, pageOf(at, "docs/adr/0001-a.md"), text.indexOf("\n\n## "));
  expect(found.map(({ label }) => label)).toContain("Ready to Ship");
});

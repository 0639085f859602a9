/** The page of the ADR log. */
import { describe, expect, it } from "vitest";
import { adrLogPage } from "../../client/views/adrLog/page.ts";
import type { AdrLogResult } from "../../server/protocol.ts";

type Entry = AdrLogResult["entries"][number];

function entry(number: string, some: Partial<Entry> = {}): Entry {
  const path = `docs/adr/${number}-x.md`;
  return {
    path,
    uri: `file:///${path}`,
    folder: "docs/adr",
    number,
    label: `ADR-${number}`,
    title: `T${number}`,
    status: "Accepted",
    kind: "accepted",
    date: "2025-01-02",
    style: "nygard",
    setAside: false,
    inline: false,
    ...some,
  };
}

const supersedes = (from: string, to: string) => ({
  from: `docs/adr/${from}-x.md`,
  to: `docs/adr/${to}-x.md`,
  kind: "supersedes" as const,
});

/** The text of the page, tags as bars. */
function shown(log: AdrLogResult): string {
  const body = adrLogPage(log, "n").replace(/<(script|style)[\s\S]*?<\/\1>/g, "");
  return body.replace(/<[^>]*>/g, "|").replace(/\s*\|[|\s]*/g, "|");
}

describe("the page of the ADR log", () => {
  it("leads from a record that does not hold any more to the one that does", () => {
    const old = entry("0001", { status: "Superseded by [ADR-0002](0002-x.md)", kind: "superseded" });
    const text = shown({ entries: [old, entry("0002")], edges: [supersedes("0002", "0001")] });
    expect(text).toContain("|0001|T0001|Superseded|by|ADR-0002|2025-01-02|");
    expect(text).toContain("|ADR-0001|T0001|2025-01-02|superseded by|ADR-0002|T0002|2025-01-02|");
    expect(text).toContain("|1 superseded|1 accepted|");
  });

  it("shows what amends a record, which still holds", () => {
    const edges = [{ ...supersedes("0002", "0001"), kind: "amends" as const }];
    const text = shown({ entries: [entry("0001"), entry("0002")], edges });
    expect(text).toContain("|0001|T0001|Accepted|2025-01-02|");
    expect(text).toContain("|ADR-0001|T0001|2025-01-02|amended by|ADR-0002|T0002|2025-01-02|");
  });

  it("shows a circle once around", () => {
    const entries = [entry("0001"), entry("0002")];
    const edges = [supersedes("0002", "0001"), supersedes("0001", "0002")];
    expect(shown({ entries, edges })).toContain(
      "|ADR-0001|T0001|2025-01-02|superseded by|ADR-0002|T0002|2025-01-02|superseded by|ADR-0001|T0001|2025-01-02|as above|",
    );
  });

  it("has columns for dates and folders only where there are some", () => {
    expect(shown({ entries: [entry("0001", { date: "" })], edges: [] })).toContain("|Decision|Status|0001|");
    const two = [entry("0001"), entry("0002", { folder: "web/adr" })];
    expect(shown({ entries: two, edges: [] })).toContain("|Status|Date|Folder|");
  });

  it("escapes what comes from the workspace", () => {
    const bad = entry("0001", { title: `<img src=x onerror="a">`, status: "</span><script>", folder: "a&b" });
    const html = adrLogPage({ entries: [bad, entry("0002")], edges: [] }, "n");
    expect(html).not.toMatch(/<img|<\/span><script|a&b/);
    expect(html).toContain("&#60;img src=x onerror=&#34;a&#34;&#62;");
  });

  it("says where records are looked for when there are none", () => {
    const html = adrLogPage({ entries: [], edges: [] }, "n");
    expect(html).toContain('data-run="new"');
    expect(html).not.toContain("<table");
  });
});

/** What the model says about pages on disk; `npm run eval:adr` compares it with labels. */
import { type AdrDocument, judge, readAdr, statusOf, type Verdict } from "../../glossary/domain/adr.ts";
import { readMatter } from "../../glossary/markdown/matter.ts";
import { absoluteFacts, readSections } from "../../glossary/markdown/page.ts";
import { READERS } from "../../glossary/markdown/readers.ts";

export interface Evaluated {
  readonly kind: AdrDocument["kind"] | "none";
  readonly style: string;
  readonly status: string;
  readonly verdict: Verdict | undefined;
}

export function evaluate(path: string, text: string): Evaluated {
  const sections = readSections(text, READERS, new Map());
  const source = { path, text, facts: absoluteFacts(sections), matter: readMatter(text, sections.matter) };
  const document = readAdr(source);
  if (!document) return { kind: "none", style: "", status: "", verdict: undefined };
  return {
    kind: document.kind,
    style: document.style,
    status: statusOf(document)?.text ?? "",
    verdict: document.kind === "record" ? judge(source, document) : undefined,
  };
}

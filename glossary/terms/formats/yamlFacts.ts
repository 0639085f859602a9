/** What the engine knows of a YAML file besides its entries: the comments that silence rules. */
import type { Facts, Pragma } from "../../markdown/facts.ts";
import { EMPTY } from "../../markdown/page.ts";

const PRAGMA =
  /#[ \t]*spec-glossary-(disable|enable)(-next-line|-line|-file)?(?:[ \t]([^\r\n#]{0,500}))?(?=\r?\n|$)/g;

/** The facts of a YAML file: it has no Markdown. */
export function yamlFacts(text: string): Facts {
  if (!text.includes("spec-glossary-")) return EMPTY;
  const pragmas = [...text.matchAll(PRAGMA)].map(
    (match): Pragma => ({
      span: { start: match.index, end: match.index + match[0].trimEnd().length },
      form: `${match[1]}${match[2] ?? ""}` as Pragma["form"],
      rules: (match[3] ?? "").split(/[\s,]+/).filter(Boolean),
    }),
  );
  return { ...EMPTY, pragmas };
}

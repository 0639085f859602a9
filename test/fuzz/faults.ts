/** Faults as somebody could make them by mistake: the fuzz has to find each. */
export interface PlantedFault {
  readonly name: string;
  /** Relative to the project. */
  readonly file: string;
  /** What stands there, and what is put there instead. */
  readonly find: string;
  readonly put: string;
}

export const FAULTS: readonly PlantedFault[] = [
  {
    name: "the index of terms is not rebuilt when an entry changes",
    file: "glossary/terms/domain.ts",
    find: "outside: termsOutside,",
    put: 'outside: () => "",',
  },
  {
    name: "what others see of terms is compared without places",
    file: "glossary/terms/domain.ts",
    find: "outside: termsOutside,",
    put: "outside: (said) => JSON.stringify(said, (key, value) => (/span/i.test(key) ? undefined : value)),",
  },
  {
    name: "a file that is gone still counts",
    file: "glossary/analysis.ts",
    find: "if (gone.includes(true))",
    put: 'if (gone.includes(true) && path.includes("x-"))',
  },
  {
    name: "a file that is not open is not compared with the disk before it is changed",
    file: "server/edits.ts",
    find: "if (!seen.has(path) && !(await this.#isOnDisk(uri, at, path))) old.add(path);",
    put: "if (path === uri) old.add(path);",
  },
  {
    name: "a page that was read for an edit is not compared with the state",
    file: "server/edits.ts",
    find: "if (known && !isOf(known, page.text)) old.add(path);",
    put: "if (known) isOf(known, page.text);",
  },
  {
    name: "a document that is closed is not read from disk",
    file: "server/session.ts",
    find: "await this.#after(() => lookAgain(folder, [path], this.#events));\n  }\n\n  /** Whether findings",
    put: "}\n\n  /** Whether findings",
  },
  {
    name: "a status is written one character too far on",
    file: "glossary/adr/edits/edits.ts",
    find: "const { text, span, place, dated } = record.status;",
    put: "const { text, place, dated } = record.status; const span = { start: record.status.span.start + 1, end: record.status.span.end };",
  },
  {
    name: "lines are added with the line ends of Unix",
    file: "glossary/increment/edits/edits.ts",
    find: "text: text + newline };",
    put: 'text: text + "\\n" };',
  },
  {
    name: "the next task has the number of the last one",
    file: "glossary/increment/edits/edits.ts",
    find: "(\\d{1,6})/) + 1 + further",
    put: "(\\d{1,6})/) + further",
  },
  {
    name: "a section that did not change is taken from one line too far on",
    file: "glossary/markdown/page.ts",
    find: "while (front < most && same(front, front)) front++;",
    put: "while (front < most && (same(front, front) || front === 1)) front++;",
  },
  {
    name: "labels of links that other sections define are not looked for again",
    file: "glossary/markdown/page.ts",
    find: "if (labels === reading.labels) return reading;",
    put: 'if (labels === reading.labels || reading.labels !== "") return reading;',
  },
  {
    name: "a name in running text keeps its last letter when it is renamed",
    file: "glossary/terms/edits/rename.ts",
    find: "const plain = { name, edit: { span, text: name } };",
    put: "const plain = { name, edit: { span: { start: span.start, end: span.end - 1 }, text: name } };",
  },
  {
    name: "fixes that touch each other are made together",
    file: "glossary/rule/fixAll.ts",
    find: "if (!overlaps(one.span, other.span)) return true;",
    put: "if (one !== other) return true;",
  },
  {
    name: "edits of open documents do not name their version",
    file: "server/convert.ts",
    find: "const version = renamed === undefined ? versionOf(uri) : null;",
    put: "const version = renamed === undefined ? (versionOf(uri) ?? 0) - 1 : null;",
  },
  {
    name: "an increment is taken for unchanged while its pages are the same by name",
    file: "glossary/increment/index/increments.ts",
    find: "b.get(path) === page",
    put: "b.has(path)",
  },
  {
    name: "a link to a term does not spare what is linked already",
    file: "glossary/terms/rules/unlinked-term.ts",
    find: 'zone !== "body"',
    put: 'zone === "table"',
  },
];

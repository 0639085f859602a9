// Where the corpora have terms, found without the engine: by files and by lines. A place is `path:line`, from 1.
import fs from "node:fs";
import path from "node:path";

/** `count(files)` gives the places; `files` maps paths to texts. `kinds`: what the engine calls such entries. */
export const SOURCES = [
  {
    corpus: "specweave",
    title: "term pages",
    kinds: ["page"],
    how: "files `glossary/terms/*.md`",
    count: (files) => pagesIn(files, /(?:^|\/)glossary\/terms\/(?!README)[^/]+\.md$/),
  },
  {
    corpus: "specweave",
    title: "category entries",
    kinds: ["category"],
    how: "lines of a bold link or, in the same part of the page, bold text alone, above a list",
    count: (files) => linesIn(files, /(?:^|\/)glossary\/categories\/[^/]+\.md$/, categoryLines),
  },
  {
    corpus: "specweave",
    title: "list entries",
    kinds: ["index"],
    how: "lines `- **name** - text` and `- name - text`, without a link or with one to `terms/`",
    count: (files) => linesIn(files, /(?:^|\/)glossary\/(?:README|index-by-category)\.md$/, listLines),
  },
  {
    corpus: "specweave",
    title: "when to use",
    kinds: ["usage"],
    how: "rows of tables `Term`, `Use When`",
    count: (files) => linesIn(files, /(?:^|\/)glossary\//, usageLines),
  },
  {
    corpus: "specweave",
    title: "glossary file",
    kinds: ["list"],
    how: "lines `**name**: text` in `glossary.md`",
    count: (files) =>
      linesIn(files, /(?:^|\/)glossary\.md$/, (lines) =>
        lines.filter(({ text }) => /^\*\*[^*]+\*\*: \S/.test(text)),
      ),
  },
  ...["specweave", "govuk-aws", "log4brains", "madr"].map((corpus) => ({
    corpus,
    title: "sections of documents",
    kinds: ["section"],
    how: "lines that begin with a bold name in `## Glossary` and `## Terminology`",
    count: (files) => linesIn(files, /^(?!.*(?:^|\/)glossary\/).*\.md$/, sectionLines),
  })),
  ...["en", "de", "ja", "zh-cn"].map((language) => ({
    corpus: "cncf-glossary",
    title: `pages in \`${language}\``,
    kinds: ["page"],
    within: `content/${language}/`,
    how: "files of the folder with a `title` and a first paragraph; not `_…` and `search`",
    count: (files) => pagesIn(files, new RegExp(`^content/${language}/(?!_|search\\.)[^/]+\\.md$`)),
  })),
  {
    corpus: "contextive",
    title: "Contextive",
    kinds: ["contextive"],
    how: "lines `- name:` below `terms:` in `*.glossary.yml` and `definitions.yml`",
    count: (files) =>
      linesIn(files, /\.glossary\.yml$|\.contextive\/definitions\.yml$/, (lines) =>
        lines.filter(({ text }) => /^ {4,}- name: *\S/.test(text)),
      ),
  },
];

/** The texts of a corpus by path; `undefined` where it is not there. */
export function readCorpus(folder) {
  if (!fs.existsSync(folder)) return undefined;
  const files = new Map();
  for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const full = path.join(entry.parentPath, entry.name);
    const name = path.relative(folder, full).split(path.sep).join("/");
    if (entry.isFile() && !/(?:^|\/)(?:node_modules|\.git)\//.test(name)) files.set(name, full);
  }
  return files;
}

function pagesIn(files, pattern) {
  return [...files.keys()].filter((file) => pattern.test(file)).map((file) => `${file}:1`);
}

function linesIn(files, pattern, choose) {
  return [...files].flatMap(([file, full]) => {
    if (!pattern.test(file)) return [];
    return choose(linesOf(fs.readFileSync(full, "utf8"))).map(({ line }) => `${file}:${line}`);
  });
}

/** The lines outside fences, with their numbers. */
function linesOf(text) {
  let fence = "";
  return text.split(/\r?\n/).flatMap((line, i) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (fence !== "") {
      if (mark.startsWith(fence) && line.trim() === mark) fence = "";
      return [];
    }
    if (mark) fence = mark;
    return mark ? [] : [{ line: i + 1, text: line }];
  });
}

function categoryLines(lines) {
  let section = 0;
  const found = [];
  const linked = new Set();
  for (const [i, { line, text }] of lines.entries()) {
    if (/^#{1,2} /.test(text)) section = line;
    const link = /^(?:\*\*\[[^\]]+\]\([^)]+\)\*\*|\[\*\*[^\]]+\*\*\]\([^)]+\))/.test(text);
    const bold = /^\*\*[^*[\]]+\*\*(?: \(coming soon\))?:?\s*$/.test(text);
    const list = /^- /.test(lines[i + 1]?.text ?? "");
    if (!list || !(link || bold)) continue;
    if (link) linked.add(section);
    found.push({ line, text, section });
  }
  return found.filter((one) => linked.has(one.section));
}

function listLines(lines) {
  const linked = /^- (?:\*\*)?\[[^\]]+\]\([^)]*terms\/[^)]*\)(?:\*\*)? - \S/;
  const plain = /^- (?:\*\*[^*[\]]+\*\*|[a-z]*[A-Z][^*[\]]*?) - \S/;
  return lines.filter(({ text }) => linked.test(text) || plain.test(text));
}

function usageLines(lines) {
  const found = [];
  let inside = false;
  for (const { line, text } of lines) {
    if (!text.startsWith("|")) inside = false;
    else if (/^\| *Term *\| *Use When *\|/.test(text)) inside = true;
    else if (inside && !/^\|[-\s|:]+\|?$/.test(text)) found.push({ line, text });
  }
  return found;
}

function sectionLines(lines) {
  let inside = false;
  return lines.filter(({ text }) => {
    if (/^#|^---$/.test(text)) inside = /^## (?:Glossary|Terminology)\s*$/.test(text);
    return inside && /^(?:- )?\*\*[^*]+\*\*(?::| [-–—]) /.test(text);
  });
}

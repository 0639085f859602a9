/** Reads the imports of source files and compares them with what each layer may know. */
import { posix } from "node:path";

export interface Import {
  readonly from: string;
  /** As written. */
  readonly name: string;
  /** Relative to the project for its own files, else `undefined`. */
  readonly file: string | undefined;
}

const IMPORT =
  /(?:^|[;\n])[ \t]*(?:import|export)\b[^"';]*?\bfrom[ \t\n]*["']([^"'\n]+)["']|(?:^|[;\n])[ \t]*import[ \t]*["']([^"'\n]+)["']|\b(?:import|require)\([ \t\n]*["']([^"'\n]+)["']/g;

export function importsOf(from: string, source: string): Import[] {
  return [...withoutComments(source).matchAll(IMPORT)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3]) as string;
    const file = name.startsWith(".") ? posix.join(posix.dirname(from), name) : undefined;
    return { from, name, file };
  });
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^[ \t]*\/\/.*$/gm, "");
}

/** What a room may import, besides its own files; paths end with `/` for all in a folder. */
const ROOMS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  markdown: ["text/"],
  // The names of glossaries and templates are words of a language, and paths are asked for them first.
  workspace: ["text/", "markdown/", "languages/"],
  rule: ["text/", "markdown/facts.ts", "workspace/"],
  languages: [],
  terms: ["text/", "markdown/", "workspace/"],
  increment: ["text/", "markdown/", "workspace/"],
  query: ["text/", "markdown/", "workspace/"],
  adr: ["text/", "markdown/", "workspace/", "terms/"],
  target: ["text/", "markdown/", "workspace/", "increment/", "query/"],
  document: ["text/", "markdown/facts.ts", "workspace/", "rule/", "adr/", "increment/"],
};

/** The rooms that are domains: what stands below of the floors of a domain holds for them. */
export const DOMAINS = ["terms", "increment", "query", "adr", "target"];

/** What knows no domain: it works for all of them, and gets them from the list. Settings are words of their own. */
const CORE =
  /^glossary\/(?:(?:text|markdown|rule|workspace(?!\/settings))\/|(?:analysis|reading|answers)\.ts$)/;
/** Words of the core that mean something else there: a link has a target, an abbreviation stands for terms. */
const ORDINARY: ReadonlySet<string> = new Set(["target", "terms"]);

/**
 * The domains that a file of the core names in code: by a property of what a page says or of a state (`exports.adr`), or
 * by a word in a name or text (`readAdr`, `isIncrement`, `"query"`).
 */
export function domainsNamed(from: string, source: string): string[] {
  if (!CORE.test(from)) return [];
  const code = withoutComments(source);
  const words = new Set(code.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase()));
  const asProperty = (name: string) =>
    new RegExp(`\\b(?:exports|said|snapshot|view|before|after)\\??\\.${name}s?\\b`).test(code);
  const asWord = (name: string) =>
    words.has(name) || words.has(`${name}s`) || words.has(name.replace(/y$/, "ies"));
  return DOMAINS.filter((name) => asProperty(name) || (!ORDINARY.has(name) && asWord(name)));
}

/** The floors of a domain, from the bottom up: each may import those before it, of other domains too. */
const FLOORS = [
  "starter",
  "model",
  "formats",
  "index",
  "edits",
  "layouts",
  "rules",
  "features",
  "performance",
] as const;

/** What of the lower rooms a floor may import, where that is not all of it. */
const FEW: Readonly<Record<string, readonly string[]>> = {
  starter: [],
  model: [
    "text/",
    "markdown/facts.ts",
    "markdown/bySection.ts",
    "workspace/settings/",
    "workspace/glossaryFolder.ts",
    "languages/",
  ],
  formats: [
    "text/",
    ...["facts", "matter", "yaml", "excerpt", "slug", "page"].map((name) => `markdown/${name}.ts`),
    "workspace/settings/",
    "workspace/glossaryFolder.ts",
    "languages/",
  ],
  layouts: [
    "text/",
    ...["facts", "bySection", "yaml", "excerpt"].map((name) => `markdown/${name}.ts`),
    "workspace/",
    "languages/",
  ],
  rules: ["text/", "markdown/facts.ts", "workspace/", "rule/"],
  features: ["text/", "markdown/facts.ts", "markdown/excerpt.ts", "workspace/", "rule/"],
  performance: ["text/", "markdown/facts.ts", "markdown/excerpt.ts", "workspace/", "rule/"],
};

const ONLY_FOR_TREE = /^(?:unified|mdast|@types\/mdast|(?:remark|rehype|unist|mdast|micromark)(?:-.*)?)$/;
const TREE = /^glossary\/markdown\/tree(?:-[a-z]+)?\.ts$/;
const EDITOR = /^vscode(?:-languageserver.*|-languageclient.*|-jsonrpc.*)?$/;
/** The files of the server that know Node.js. */
const NODE_SERVER = /^server\/(?:cli\/|[a-z]+\.(?:node|cli)\.ts$)/;

/** What is wrong with an import; `undefined` where nothing is. */
export function fault(one: Import): string | undefined {
  const said = wrong(one);
  return said && `${one.from} imports ${one.name}: ${said}`;
}

function wrong({ from, name, file }: Import): string | undefined {
  const [top = "", room = ""] = from.split("/");
  const host = name.startsWith("node:") || name.endsWith("/node");
  if (file === undefined) {
    if (top === "glossary" && (host || EDITOR.test(name))) return "the engine is pure";
    if (ONLY_FOR_TREE.test(name) && !TREE.test(from)) return "only the tree reader knows mdast";
    if (name === "vscode" && top !== "client") return "only the client runs in VS Code";
    if (top === "server" && host && !NODE_SERVER.test(from)) return "this part of the server runs anywhere";
    return undefined;
  }
  const to = file.split("/")[0];
  if (top !== to) {
    if (top === "server" && file === "glossary/index.ts") return undefined;
    if (top === "client" && file === "server/protocol.ts") return undefined;
    if (file === "package.json") return undefined;
    return top === "server" ? "the engine has one door, glossary/index.ts" : "no way leads there";
  }
  if (top !== "glossary") return undefined;
  if (file === "glossary/index.ts") return "the door is for those outside";
  const inside = file.slice("glossary/".length);
  // The files beside the rooms put them together: of the domains the core has the list, and nothing else.
  if (!from.includes("/", "glossary/".length)) {
    const made = inside === "rules.ts" || DOMAINS.some((one) => inside.startsWith(`${one}/`));
    return CORE.test(from) && made ? "the core knows no domain" : undefined;
  }
  return inRoom(room, from.slice("glossary/".length), inside);
}

function inRoom(room: string, from: string, file: string): string | undefined {
  const within = (list: readonly string[]) =>
    list.some((one) => (one.endsWith("/") ? file.startsWith(one) : file === one));
  const own = file.startsWith(`${room}/`);
  const allowed = ROOMS[room] ?? [];
  if (!DOMAINS.includes(room))
    return own || within(allowed) ? undefined : `${room} may import ${allowed.join(", ") || "nothing"}`;
  const [floor, other] = [floorOf(from), floorOf(file)];
  // The door of a domain shows all of it to those who put domains together.
  if (floor === undefined)
    return own || within([...allowed, "rule/"]) ? undefined : `no way leads there from ${room}`;
  if (DOMAINS.some((one) => file.startsWith(`${one}/`))) {
    if (!own && !within(allowed)) return `${room} does not know that domain`;
    return other !== undefined && FLOORS.indexOf(other) <= FLOORS.indexOf(floor)
      ? undefined
      : `${floor} stands below ${other ?? "that"}`;
  }
  const few = FEW[floor] ?? ["text/", "markdown/", "workspace/"];
  return within(few) ? undefined : `${floor} may import ${few.join(", ") || "nothing"}`;
}

function floorOf(file: string): (typeof FLOORS)[number] | undefined {
  return FLOORS.find((one) => file.split("/")[1] === one);
}

/** The first circle of files that import each other, as a list that begins and ends with the same one. */
export function findCycle(imports: readonly Import[]): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { from, file } of imports) if (file) next.set(from, [...(next.get(from) ?? []), file]);
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
    if (done.has(file)) return undefined;
    done.add(file);
    path.push(file);
    for (const one of next.get(file) ?? []) {
      const cycle = visit(one);
      if (cycle) return cycle;
    }
    path.pop();
    return undefined;
  };
  for (const file of [...next.keys()].sort()) {
    const cycle = visit(file);
    if (cycle) return cycle;
  }
  return undefined;
}

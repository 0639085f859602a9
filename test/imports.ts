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
  const code = source.replace(/\/\*[\s\S]*?\*\//g, "").replace(/^[ \t]*\/\/.*$/gm, "");
  return [...code.matchAll(IMPORT)].map((match) => {
    const name = (match[1] ?? match[2] ?? match[3]) as string;
    const file = name.startsWith(".") ? posix.join(posix.dirname(from), name) : undefined;
    return { from, name, file };
  });
}

/** What a layer may import, besides its own files; paths end with `/` for all in a folder. */
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  text: [],
  markdown: ["text/"],
  domain: ["text/", "markdown/facts.ts", "markdown/bySection.ts"],
  sources: [
    "text/",
    "domain/",
    ...["facts", "matter", "yaml", "excerpt", "slug", "page"].map((name) => `markdown/${name}.ts`),
  ],
  // Entries come into the workspace by one door; the formats stay behind it.
  workspace: ["text/", "markdown/", "domain/", "sources/entries.ts"],
  rules: ["text/", "markdown/facts.ts", "domain/", "workspace/"],
  starter: [],
  features: [
    "text/",
    "markdown/facts.ts",
    "markdown/excerpt.ts",
    "domain/",
    "workspace/",
    "rules/",
    "starter/",
  ],
};

const ONLY_FOR_TREE = /^(?:unified|mdast|@types\/mdast|(?:remark|rehype|unist|mdast|micromark)(?:-.*)?)$/;
const TREE = /^glossary\/markdown\/tree(?:-[a-z]+)?\.ts$/;
const EDITOR = /^vscode(?:-languageserver.*|-languageclient.*|-jsonrpc.*)?$/;
/** The files of the server that know Node.js. */
const NODE_SERVER = /^server\/(?:cli\/|(?:entry|files|sql|store)\.(?:node|cli)\.ts$)/;

/** What is wrong with an import; `undefined` where nothing is. */
export function fault(one: Import): string | undefined {
  const said = wrong(one);
  return said && `${one.from} imports ${one.name}: ${said}`;
}

function wrong({ from, name, file }: Import): string | undefined {
  const [top = "", layer = ""] = from.split("/");
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
  if (!from.includes("/", "glossary/".length)) {
    const composes = from === "glossary/index.ts" || !/^(?:rules|features)\//.test(inside);
    return composes ? undefined : "the state does not know what is made of it";
  }
  if (inside.startsWith(`${layer}/`)) return undefined;
  const allowed = LAYERS[layer] ?? [];
  return allowed.some((one) => (one.endsWith("/") ? inside.startsWith(one) : inside === one))
    ? undefined
    : `${layer} may import ${allowed.join(", ") || "nothing"}`;
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

/** How languages write strings and comments, by the labels of fences and the endings of files. */

export interface Language {
  /** What begins a comment. */
  readonly comments: readonly ("//" | "/*" | "#" | "--")[];
  /** The quotes of strings. */
  readonly quotes: string;
  /** Strings in any quotes go on over line ends. */
  readonly lines: boolean;
  /** A quote within a string is written twice. */
  readonly twice: boolean;
  /** In backticks a backslash is one. */
  readonly raw: boolean;
  /** The operator that puts strings together. */
  readonly joins: "+" | "." | ".." | "<>";
  /** Strings side by side are one. */
  readonly beside: boolean;
  /** `<<SQL` */
  readonly heredocs: boolean;
  /** `@"…"` */
  readonly verbatim: boolean;
  /** `r#"…"#` */
  readonly hashes: boolean;
  /** `R"(…)"` */
  readonly delimited: boolean;
  /** `[[…]]` */
  readonly long: boolean;
  /** Values need no quotes. */
  readonly values: boolean;
}

const C: Language = {
  comments: ["//", "/*"],
  quotes: "\"'`",
  lines: false,
  twice: false,
  raw: false,
  joins: "+",
  beside: false,
  heredocs: false,
  verbatim: false,
  hashes: false,
  delimited: false,
  long: false,
  values: false,
};
/** A single quote is one of a character. */
const OF_CHARACTERS: Language = { ...C, quotes: '"`' };
const SCRIPT: Language = { ...C, comments: ["#"], beside: true };
const SHELL: Language = { ...SCRIPT, lines: true, beside: false, heredocs: true };
const DATA: Language = { ...C, comments: ["#"], quotes: "\"'" };

/** By labels, those of one language on a line. */
const LANGUAGES: readonly (readonly [labels: string, language: Language])[] = [
  ["ts tsx js jsx mjs cjs mts cts typescript javascript node svelte vue dart groovy gradle", C],
  ["java kotlin kt kts scala swift", OF_CHARACTERS],
  ["go golang", { ...OF_CHARACTERS, raw: true }],
  ["csharp cs c#", { ...OF_CHARACTERS, verbatim: true }],
  ["fsharp fs f#", { ...OF_CHARACTERS, verbatim: true, lines: true }],
  ["c cpp c++ cc h hpp objc objective-c", { ...OF_CHARACTERS, beside: true, delimited: true }],
  ["rust rs", { ...OF_CHARACTERS, hashes: true, lines: true }],
  ["zig d v", OF_CHARACTERS],
  ["php", { ...C, comments: ["//", "/*", "#"], lines: true, joins: ".", heredocs: true }],
  ["py python python3 ipython pycon", SCRIPT],
  ["ruby rb crystal", { ...SCRIPT, heredocs: true }],
  ["perl pl", { ...SCRIPT, beside: false, heredocs: true, joins: "." }],
  ["elixir ex exs", { ...SCRIPT, joins: "<>", beside: false }],
  ["erlang erl", { ...SCRIPT, comments: [], lines: true }],
  ["haskell hs", { ...OF_CHARACTERS, comments: ["--"], joins: "<>" }],
  ["ocaml ml", { ...OF_CHARACTERS, comments: [], lines: true, joins: "<>" }],
  ["clojure clj lisp", { ...OF_CHARACTERS, comments: [], quotes: '"', lines: true }],
  ["lua", { ...C, comments: ["--"], joins: "..", long: true }],
  ["r julia jl", { ...SCRIPT, beside: false }],
  ["vb vbnet vba", { ...OF_CHARACTERS, comments: [], quotes: '"', twice: true }],
  ["powershell ps1 pwsh", { ...SCRIPT, lines: true, beside: false, quotes: "\"'" }],
  ["bash sh shell zsh console fish shell-session dockerfile makefile make", SHELL],
  ["yaml yml toml ini properties env conf hcl terraform tf nix", { ...DATA, values: true }],
  ["json json5 jsonc", { ...DATA, comments: ["//", "/*"], quotes: '"' }],
];

const BY_LABEL = new Map<string, Language>(
  LANGUAGES.flatMap(([labels, language]) => labels.split(" ").map((label) => [label, language] as const)),
);

/** The language that a label names; `undefined` for one that is not known. */
export function languageBy(label: string): Language | undefined {
  return BY_LABEL.get(label);
}

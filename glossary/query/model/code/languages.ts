/** Programming languages by the labels of fences, as far as words, strings, comments and brackets go. */

export type Language = "script" | "python" | "go" | "java" | "kotlin" | "csharp" | "ruby" | "php" | "shell";

const LABELS: Readonly<Record<Language, readonly string[]>> = {
  script: "ts tsx js jsx mjs cjs mts cts typescript javascript node vue svelte".split(" "),
  python: "py py3 python python3 django pycon ipython".split(" "),
  go: ["go", "golang"],
  java: ["java", "groovy", "scala"],
  kotlin: ["kotlin", "kt", "kts"],
  csharp: ["csharp", "cs", "c#"],
  ruby: ["ruby", "rb", "irb"],
  php: ["php", "laravel"],
  shell: "bash sh shell zsh console".split(" "),
};

const BY_LABEL = new Map(
  Object.entries(LABELS).flatMap(([language, labels]) =>
    labels.map((label) => [label, language as Language] as const),
  ),
);

/** The language of a fence with this label, in lower case; `undefined` for one that is not known. */
export function programIn(label: string): Language | undefined {
  return BY_LABEL.get(label);
}

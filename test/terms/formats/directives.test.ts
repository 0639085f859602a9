/** Directives, by example. */
import { tryFormats } from "./format.ts";

tryFormats({
  directives: {
    "with links and roles as names": [
      "docs/page.md",
      "# Page\n\n```{glossary}\n[parcel](https://parcel.example/a_b)\n  What is sent.\n\n{term}`pallet`\n  Many parcels.\n```\n",
      ["definition-list: parcel | What is sent.", "definition-list: pallet | Many parcels."],
    ],
    "of MyST": [
      "docs/page.md",
      `# Page

\`\`\`{glossary}
:sorted:

environment
  A place where code runs,
  as {term}\`stage <stages>\`.

source directory
root
  The folder of sources.
\`\`\`

:::{glossary}
Builder
: What makes output.
:::
`,
      [
        "definition-list: environment | A place where code runs, as stage.",
        "definition-list: source directory = root | The folder of sources.",
        "definition-list: Builder | What makes output.",
      ],
    ],
    "of Sphinx": [
      "docs/page.md",
      "```{eval-rst}\n.. glossary::\n   :sorted:\n\n   domain : D\n      A collection of :term:`roles <role>`.\n\n   role\n      A piece of markup.\n\nAfter.\n```\n",
      ["definition-list: domain | A collection of roles.", "definition-list: role | A piece of markup."],
    ],
    "without content": [
      "docs/page.md",
      "```{glossary}\n```\n\n```{glossary}\nterm\n```\n\n:::{glossary}\n",
      [],
    ],
  },
});

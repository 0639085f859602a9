/** Definition lists and abbreviations, by example. */
import { GLOSSARY, tryFormats } from "./format.ts";

tryFormats({
  "definition lists": {
    "with shared definitions and blank lines": [
      GLOSSARY,
      `# Glossary

Cold start
: The first call of a function,
  which takes longer.

Warm-up
**Pre-warming**
:   A call made in advance.

Lambda

: A function.

: A letter.
`,
      [
        "definition-list: Cold start | The first call of a function, which takes longer.",
        "definition-list: Warm-up = Pre-warming | A call made in advance.",
        "definition-list: Lambda | A function.",
      ],
    ],
    "without blank lines between the terms": [
      GLOSSARY,
      "# Glossary\n\nOne\n: The first.\nTwo\n: The second.\nThree\n: The\nthird.\n",
      [
        "definition-list: One | The first.",
        "definition-list: Two | The second.",
        "definition-list: Three | The third.",
      ],
    ],
    "with CRLF": [
      GLOSSARY,
      "# Glossary\r\n\r\nOne\r\n: The first.\r\n",
      ["definition-list: One | The first."],
    ],
    "that nothing precedes": [GLOSSARY, "# Glossary\n\n: nothing\n\n:: x\n\n:::note\ny\n:::\n", []],
  },
  abbreviations: {
    "in their own file": [
      "includes/abbreviations.md",
      "*[HTML]: HyperText Markup Language\n*[W3C]:  World Wide Web Consortium\n*[SLA]: What we promise, and what follows if we do not keep it.\n*[]: x\n*[EMPTY]:\n",
      [
        "abbreviation: HTML = HyperText Markup Language | HyperText Markup Language",
        "abbreviation: W3C = World Wide Web Consortium | World Wide Web Consortium",
        "abbreviation: SLA | What we promise, and what follows if we do not keep it.",
        "abbreviation: EMPTY",
      ],
    ],
    elsewhere: ["docs/page.md", "*[HTML]: HyperText Markup Language\n", []],
  },
});

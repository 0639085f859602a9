// What docs/glossary-formats.md shows: one format a section, with an example that the engine reads.

/** `files`: path → text. `text`: what is worth knowing besides. */
export const FORMATS = [
  {
    title: "Term pages",
    text: `One page a term, in a folder \`glossary\`, \`glossaries\` or \`terms\`. The definition is the \`**Definition**:\` line, else
what follows \`## Definition\`, else the first paragraph, else what follows a heading that asks what it is. Front matter may
have \`title\`, \`sidebar_label\`, \`category\`, \`aliases\`, \`aka\`. In a folder \`terms\` outside a glossary a page has to say that it
defines: with such a heading or line, or with a first sentence such as "A saga is …".`,
    files: {
      "docs/glossary/terms/saga.md": `---
title: Saga (saga pattern)
aliases: [Long-running transaction, LRT]
---

# Saga

**Category**: Architecture

A **saga** is a chain of local transactions.

## How it works
`,
    },
  },
  {
    title: "Pages of well-known sites",
    text: `Recognised by their front matter, wherever they lie: the Cloud Native Glossary (\`title\`, \`status\`, \`category\`, \`tags\`,
also capitalised, also translated), Kubernetes (\`id\`, \`title\`, \`short_description\`, \`full_link\`, \`aka\`, \`tags\`), MDN
(\`page-type: glossary-definition\`, or a \`slug\` below \`Glossary/\`), docusaurus-terminology (\`id\`, \`title\`, \`hoverText\`), and any
page with \`type: glossary-term\`. Folders named after languages are glossaries of their own: each reader gets the one of
the language at hand.`,
    files: {
      "content/en/outbox.md": `---
title: Outbox
status: Completed
category: Concept
tags: ["messaging"]
---

A table that holds [messages](/message/) until they are sent.

## Problem it addresses
`,
    },
  },
  {
    title: "Category pages",
    text: `Many terms on one page, each a bold line with bullets or a paragraph below. A bold line without a link counts where its
section has linked ones, or where no name on the page is linked. Rows of a table "Term | Use when | Don't use when"
are added to the terms that they name.`,
    files: {
      "docs/glossary/categories/data.md": `# Data

**[CDC (Change Data Capture)](../terms/cdc.md)**
- Turns changes of a table into events

**Snapshot** (coming soon)
- The state at one moment

| Term | Use When | Don't Use When |
|------|----------|----------------|
| Snapshot | Replaying takes too long | There are few events |
`,
    },
  },
  {
    title: "Lists",
    text: `By letter or by category, in \`README\`, \`index…\`, \`GLOSSARY\` and in pages whose title says glossary; three rows at least,
except in a \`GLOSSARY.md\` that has nothing else. A row without link or bold name counts beside rows that have one, and
where all rows are written so. What a name means may stand below it, in a paragraph or an item of its own.`,
    files: {
      "docs/glossary/README.md": `# Glossary

### A

- **[ADR (Architecture Decision Record)](./terms/adr.md)** - A decision and its reasons
- **Aggregate** - What is changed as one

### B

- \`Backpressure\`: a slow reader slows its writer
`,
    },
  },
  {
    title: "Headings",
    text: `Every term is a heading of one level, with a paragraph or quote below. Headings that divide the document are skipped;
where more than a few headings have no text below, the file is no glossary. \`See [Saga](#saga)\` makes a heading another
name of that term.`,
    files: {
      "GLOSSARY.md": `# Glossary

## Money

### Value Added Tax (VAT)

What the state adds to a price.

### Sales tax

See [Value Added Tax](#value-added-tax-vat).

### Ledger

A book of entries.
`,
    },
  },
  {
    title: "Bold names",
    text: `A bold name with a dash, a colon or a full stop and its definition, on the same line or the next one, or as the
subject of a sentence: \`**Stack** is what …\`. Where no name is bold, emphasised ones and code count; in a glossary that
consists of them, so do paragraphs such as \`Stack — What …\`. Anchors in front of a name, \`<dfn>\` and spans such as
\`[stack]{#gloss-stack}\` are no obstacle. Names after \`_Avoid_:\` must not
be used for the term; those after \`_Aliases_:\` may. In a \`CONTEXT.md\` only what stands in a section about language, or what
names words to avoid.`,
    files: {
      "CONTEXT.md": `# Ordering

## Language

**Order**:
What a customer has asked for.
_Avoid_: Purchase, transaction

**Stack** - What is deployed together.
`,
    },
  },
  {
    title: "Tables",
    text: `A column "Term", "Acronym" or 用語 and one "Definition", "Meaning", "Stands for" or 定義, in these or other words and
languages; besides them columns for aliases, names to avoid, examples and categories. A cell may hold two names:
\`client / customer\`. In a glossary it is enough that one of the two columns is known and the other one holds text, or
names; that the first column is bold; or that acronyms stand beside what they stand for.`,
    files: {
      "UBIQUITOUS_LANGUAGE.md": `# Ubiquitous Language

| Term | Definition | Aliases to avoid |
|------|------------|------------------|
| **Parcel** | What is shipped as one | package, "box" (in copy) |
| RTO / recovery time | How long it may take | |
`,
    },
  },
  {
    title: "Definition lists",
    text: `As Markdown Extra, Pandoc and MkDocs have them, as MDN has them (\`- Term\`, below it \`- : What it is\`), and \`<dl>\` in
HTML. Several terms may share a definition.`,
    files: {
      "docs/glossary.md": `# Glossary

Cold start
First call
: The call that waits until the program runs.

<dl>
  <dt>Warm start</dt>
  <dd>A call that need not wait.</dd>
</dl>
`,
    },
  },
  {
    title: "Abbreviations",
    text: `In glossary files and in files and sections named \`abbreviations\` or \`acronyms\`, such as the files that MkDocs includes;
lists and tables in these count as well, as far as their names are short.`,
    files: {
      "includes/abbreviations.md": "*[SLO]: Service Level Objective\n\n- **RTO**: Recovery Time Objective\n",
    },
  },
  {
    title: "MyST and Sphinx",
    text: "The `{glossary}` directive, in any document; `.. glossary::` in an `{eval-rst}` block, too.",
    files: {
      "docs/words.md": "```{glossary}\nbuilder\nwriter\n  Makes {term}`output` of sources.\n```\n",
    },
  },
  {
    title: "Sections of other documents",
    text: `A section \`## Glossary\`, \`## Terms\`, \`## Terminology\`, \`## Terms and Definitions\`, \`## Ubiquitous Language\`,
\`# Appendix A: Glossary\`, \`## Definitions\`, \`## Acronyms\`, 用語集, 术语表, Begriffe, Słownik or Глоссарий in a specification or
any other document: bullets, bold names, tables, definition lists or subheadings. Below "Terms" and "Terminology" subheadings
are terms only if their texts say what something is, below "Definitions" never; of a "Vocabulary" only tables and
definition lists are read. The terms of a section hold in that document alone, where they come before those of the repository.`,
    files: {
      "specs/001/spec.md": `# Sign-in

## Glossary

- **Kiosk**: Where visitors sign in
- **Host** — Who is visited
`,
    },
  },
  {
    title: "Contextive",
    text: `\`*.glossary.yml\`, \`*.glossary.yaml\` and \`.contextive/definitions.yml\`, with contexts, visions, aliases, examples and meta.
A glossary holds in its folder and below, those in \`.contextive\` in the folder around it; \`paths\` narrow that: a plain name
is that of a folder or file, patterns may begin and end anywhere in the path. Local imports make a glossary hold where
the importing one does; those from the network are reported as not followed. A mistake for which Contextive would
reject the whole file is reported at its place (\`contextive/invalid\`), and the terms around it count. Under \`meta\`,
\`x-avoid\` holds names to avoid.`,
    files: {
      "shop/orders.glossary.yml": `contexts:
  - name: Orders
    domainVisionStatement: Take and keep orders.
    paths: [src/orders]
    terms:
      - name: Order
        definition: What a customer asked for.
        aliases: [Purchase]
        examples:
          - The order was shipped.
        meta:
          x-avoid: ticket
`,
    },
  },
  {
    title: "Definitions of spec-up",
    text: `\`[[def: …]]\` with all names, and lines that begin with \`~\`; in any document.`,
    files: {
      "spec/spec.md": `# Wallets

[[def: Wallet, Wallets, WLT]]
~ A store of credentials.
`,
    },
  },
  {
    title: "Pages in the folder of a glossary",
    text: `A page with a title and a paragraph below it, in which nothing else is read. \`**Synonyms:**\` are other names, and
\`## Meaning\` is the definition where it is there.`,
    files: {
      "docs/glossary/ledger.md": `# Ledger

**Synonyms:** Daybook

## Meaning

A book of entries.
`,
    },
  },
];

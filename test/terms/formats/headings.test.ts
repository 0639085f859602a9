/** Headings that are terms, by example. */
import { GLOSSARY, tryFormats } from "./format.ts";

tryFormats({
  headings: {
    "with one that is being written": [
      GLOSSARY,
      "# Glossary\n\n## Anchor\n\nHolds a ship.\n\n## Cargo\n\nWhat is carried.\n\n## Crane\n\n",
      ["heading: Anchor | Holds a ship.", "heading: Cargo | What is carried."],
    ],
    "of which most say nothing": [
      GLOSSARY,
      "# Glossary\n\n## A1\n\nOne.\n\n## B2\n\nTwo.\n\n## C3\n\n## D4\n\n## E5\n",
      [],
    ],
    "with colons and anchors": [
      "docs/glosario.md",
      "# Glosario\n\n### Muelle:\n\nDonde esperan los camiones.\n\n### Palet (#p-palet)\n\nMuchas cajas.\n",
      ["heading: Muelle | Donde esperan los camiones.", "heading: Palet | Muchas cajas."],
    ],
    "with names in brackets, and what divides the document": [
      GLOSSARY,
      `# Glossary

Words we use.

## Introduction

How to read this.

## Money

### Value Added Tax (VAT)

What the state **adds**.

More about it.

### Ledger

A book of entries.

- kept by hand

_Aliases_: journal, day book

### Duty / tariff

What is due at a border.
`,
      [
        "heading: Value Added Tax = VAT | What the state adds. | in Money",
        "heading: Ledger = journal = day book | A book of entries. | in Money",
        "heading: Duty = tariff | What is due at a border. | in Money",
      ],
    ],
    "that send the reader to another one": [
      GLOSSARY,
      "# Glossary\n\n## Saga\n\nA chain of steps.\n\n## Process manager\n\nSee [Saga](#saga).\n\n## Outbox\n\nA table of events.\n\n## Mailbox\n\n_See_ **Outbox**\n",
      [
        "heading: Saga = Process manager | A chain of steps.",
        "heading: Outbox = Mailbox | A table of events.",
      ],
    ],
    "with numbers, and with quotes below them": [
      GLOSSARY,
      "# Glosario\n\n## 🎯 **Entidades**\n\n### 1. **Pedido (Order)**\n> Lo que pide\n> un cliente.\n\n### 2) Cliente\n\nQuien pide.\n\n### BCC (in bulk emails)\n\nA field.\n\n### Draft *(status)*\n\nBegun.\n",
      [
        "heading: Pedido | Lo que pide un cliente. | in Entidades",
        "heading: Cliente | Quien pide. | in Entidades",
        "heading: BCC | A field. | in Entidades",
        "heading: Draft | Begun. | in Entidades",
      ],
    ],
    "by letter": [
      GLOSSARY,
      "# Glossary\n\n## A\n\n### Account\n\nWho pays.\n\n### Agent\n\nWho acts.\n\n## B\n\n### Broker {#broker}\n\nWho mediates.\n",
      ["heading: Account | Who pays.", "heading: Agent | Who acts.", "heading: Broker | Who mediates."],
    ],
    "that are sections of an article": [
      "docs/glossary/article.md",
      "# On words\n\n## How to choose\n\nText.\n\n## When it is hard\n\nText.\n\n## Summary\n\nText.\n",
      [],
    ],
    "without text below most of them": [
      GLOSSARY,
      "# Glossary\n\n## Account\n\n- a\n\n## Agent\n\n```\nx\n```\n\n## Broker\n\nText.\n",
      [],
    ],
    "in Chinese": [
      GLOSSARY,
      "# 术语表\n\n## 订单\n\n客户要的东西。\n\n## 客户（Customer）\n\n付钱的人。\n",
      ["heading: 订单 | 客户要的东西。", "heading: 客户 = Customer | 付钱的人。"],
    ],
  },
});

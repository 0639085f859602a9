// A made-up repository that looks like the ones that people have: specifications, decisions, tasks, a glossary.
import fs from "node:fs";
import path from "node:path";

const WORDS =
  "the of and to in for is on that by this with are from be as at or an which when must should can not each order payment service request user team system data value state change result record time rule check test plan".split(
    " ",
  );
const NAMES =
  "Alpha Beta Gamma Delta Sigma Kappa Lambda Omega Theta Zeta Rho Tau Phi Chi Psi Eta Iota Nu Xi Mu".split(
    " ",
  );

/** The same figures every time. */
function randomFrom(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** The name of a made-up term: two words, which differ for each number. */
function termName(number) {
  const letters = number
    .toString(26)
    .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 26)));
  return `${NAMES[number % NAMES.length]} ${letters[0].toUpperCase()}${letters.slice(1)}ing`;
}

/** Writes `files` Markdown files, `terms` of them term pages, each page of about 12 KB as in real repositories. */
export function makeRepository(folder, { files, terms }) {
  const random = randomFrom(1);
  const names = Array.from({ length: terms }, (_, number) => termName(number));
  for (const [number, name] of names.entries())
    write(folder, `docs/glossary/terms/term-${number}.md`, termPage(number, name, names, random));
  for (let number = 0; number < files - terms; number++) {
    const kind = ["specs", "adr", "increments"][number % 3];
    const file = `docs/${kind}/${Math.floor(number / 50)}/${String(number).padStart(4, "0")}-page.md`;
    write(folder, file, page(number, names, random));
  }
  return names;
}

/** Writes `files` short pages, a tenth of them terms and a tenth decision records; gives the name of a term. */
export function makeShortPages(folder, files) {
  const random = randomFrom(4);
  const terms = Math.ceil(files / 10);
  const link = () => {
    const term = random(terms);
    return `[${termName(term)}](../../glossary/terms/term-${term}.md)`;
  };
  for (let number = 0; number < files; number++) {
    const place = Math.floor(number / 100);
    const id = String(number).padStart(5, "0");
    const text = `${sentence(random, 20)} See ${link()}.\n\n## ${sentence(random, 4)}\n\n${sentence(random, 30)} See ${link()}.\n`;
    if (number % 10 === 0) {
      const name = termName(number / 10);
      const definition = `A **${name}** is ${sentence(random, 18)}`;
      write(
        folder,
        `docs/glossary/terms/term-${number / 10}.md`,
        `# ${name}\n\n## Definition\n\n${definition}\n`,
      );
    } else if (number % 10 === 1) {
      const head = `# ADR-${id}: ${sentence(random, 4)}\n\n**Status**: Accepted\n\n## Context\n`;
      write(folder, `docs/adr/${place}/${id}-page.md`, `${head}\n${text}`);
    } else write(folder, `docs/specs/${place}/page-${number}.md`, `# Page ${number}\n\n${text}`);
  }
  return termName(0);
}

/** Writes increments with tables, queries and targets in every page, each page of about 12 KB, and a schema. */
export function makeIncrements(folder, count) {
  const random = randomFrom(2);
  for (let number = 1; number <= count; number++) {
    const place = `.specweave/increments/${String(number).padStart(4, "0")}-work`;
    for (const name of ["spec", "plan", "tasks"])
      write(folder, `${place}/${name}.md`, pageOfQueries(number, random));
    write(folder, `db/${number}.sql`, `${declaration(number)};\n`);
  }
}

/** A specification with queries and targets of about `size` characters. */
export function longSpecification(size) {
  const random = randomFrom(3);
  let text = "";
  for (let number = 1; text.length < size; number++) text += pageOfQueries(number, random);
  return text.slice(0, text.lastIndexOf("\n\n", size) + 2);
}

/** As `page`; every other section has what rules on queries and targets look at. */
function pageOfQueries(number, random) {
  const table = `orders_${number}`;
  const added = [
    `\`\`\`sql\n${declaration(number)};\n\`\`\`\n`,
    `\`\`\`sql\nSELECT id, total FROM ${table} WHERE customer_id = ? AND state = 'open' ORDER BY placed_at;\n\`\`\`\n`,
    `- **AC-US${number}-01**: Search P95 < ${100 + number} ms at 50 requests/sec\n- **AC-US${number}-02**: At least 5K orders per minute\n`,
    `The list queries the \`${table}\` table by \`customer_id\`, before: 2.5 s, target: < 300 ms (8x faster).\n`,
    `\`\`\`ts\nconst rows = await db.query("SELECT * FROM ${table} WHERE customer_id = $1", [id]);\n\`\`\`\n`,
    `Add an index on \`${table}.customer_id\`; \`SELECT * FROM ${table} WHERE state = ?\` stays below 20 ms.\n`,
  ];
  let section = 0;
  const plain = page(number, [], random).replace(/^See \[the term\].*\n/gm, "");
  return plain.replace(/^## .*\n/gm, (heading) =>
    section++ % 2 === 0 ? `${heading}\n${added[(section >> 1) % added.length]}` : heading,
  );
}

function declaration(number) {
  return `CREATE TABLE orders_${number} (\n  id BIGINT PRIMARY KEY,\n  customer_id BIGINT,\n  state TEXT,\n  placed_at TIMESTAMP\n);\nCREATE INDEX idx_orders_${number}_customer_id ON orders_${number} (customer_id)`;
}

function write(folder, file, text) {
  const full = path.join(folder, file);
  fs.mkdirSync(path.dirname(full), { recursive: true });
  fs.writeFileSync(full, text);
}

function termPage(number, name, names, random) {
  return `---
id: term-${number}
title: ${name}
category: Category ${number % 12}
---

# ${name}

## Definition

A **${name}** is ${sentence(random, 18)} It belongs to ${names[random(names.length)] ?? "nothing"}.

## Related

- [Another](./term-${random(Math.max(1, names.length))}.md)
`;
}

function page(number, names, random) {
  const parts = [`# Page ${number}\n`, `**Status**: Accepted\n**Priority**: P${random(4)}\n`];
  for (let section = 0; section < 12; section++) {
    parts.push(`## Section ${section}: ${sentence(random, 4)}\n`);
    for (let paragraph = 0; paragraph < 3; paragraph++) {
      const name = names[random(names.length)] ?? "term";
      parts.push(
        `${sentence(random, 30)} The ${name} of \`code${random(99)}\` is **bold** and ${sentence(random, 12)}\n`,
      );
    }
    const term = random(Math.max(1, names.length));
    parts.push(
      `See [the term](../../glossary/terms/term-${term}.md) and [this site](https://x.example/${random(99)}).\n`,
    );
    parts.push(
      `- [x] Task ${section}: ${sentence(random, 8)}\n- [ ] ${sentence(random, 9)}\n  - ${sentence(random, 5)}\n`,
    );
    if (section % 4 === 1) parts.push("```ts\nconst value = compute(1);\n```\n");
    if (section % 4 === 3) parts.push("| A | B |\n|---|---|\n| one | two |\n| three | four |\n");
  }
  return parts.join("\n");
}

function sentence(random, length) {
  const words = Array.from({ length }, () => WORDS[random(WORDS.length)]);
  return `${words[0][0].toUpperCase()}${words.join(" ").slice(1)}.`;
}

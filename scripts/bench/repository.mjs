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

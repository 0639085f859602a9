/** Finds lists of words in source code. */

/** From so many words on in a row a list is one. */
const MANY = 8;

/**
 * The beginnings of all runs of at least eight words in a row, with `|` between them or in one string with blanks or commas
 * and no full stop. Code is not among them, nor are sentences.
 */
export function listsIn(code: string): string[] {
  const found: string[] = [];
  const word = "[a-z][a-z' -]*(?:\\?|\\[[a-z]+\\]|\\(\\?:[a-z|]+\\)\\??)*(?:\\\\b|\\$)?";
  const alternatives = new RegExp(`(?:${word}\\|){${MANY - 1},}${word}`, "gi");
  for (const [list] of code.matchAll(alternatives)) found.push(list.slice(0, 50));
  const strings = new RegExp(`\`(?:[\\w-]+,?\\s+){${MANY - 1},}[\\w-]+\\s*\``, "g");
  for (const [list] of code.matchAll(strings)) found.push(list.slice(0, 50));
  const quoted = new RegExp(`(?:"[\\p{L}' -]+",\\s*){${MANY - 1},}"[\\p{L}' -]+"`, "gu");
  for (const [list] of code.matchAll(quoted)) found.push(list.slice(0, 50));
  return found;
}

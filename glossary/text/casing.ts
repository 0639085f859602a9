/** Capitals and small letters. */

/** A word in capitals or small letters as the one that it replaces. */
export function likeBefore(before: string, word: string): string {
  const first = /\p{L}/u.exec(before)?.[0] ?? "A";
  if (before.length > 1 && before === before.toUpperCase() && /\p{Lu}{2}/u.test(before))
    return word.toUpperCase();
  return first === first.toLowerCase() && first !== first.toUpperCase()
    ? word.toLowerCase()
    : word.charAt(0).toUpperCase() + word.slice(1);
}

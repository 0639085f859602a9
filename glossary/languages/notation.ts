/** How words are written down. */

/**
 * Words or phrases in small letters, a comma and a space between them. They are found as whole words, whatever their case
 * and what joins them; in scripts without spaces anywhere. `^` binds a phrase to the start, `$` to the end.
 */
export type Phrases = string;

/**
 * The same as patterns, in any case of their letters: `s?` may be missing, `(?:a|b)` and `[oa]` are one of several.
 * Unless the key says otherwise a text has to be one of them as a whole.
 */
export type Patterns = string;

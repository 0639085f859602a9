/** Turns a text with `{{…}}` for what the author fills in into a snippet of VS Code. */

/** Each `{{…}}` becomes a field that says the same as long as nobody has written into it. */
export function snippetOf(text: string): string {
  let fields = 0;
  const body = text
    .split(/(\{\{[^{}\r\n]+\}\})/)
    .map((piece, i) => (i % 2 === 1 ? `\${${++fields}:${plain(piece)}}` : plain(piece)))
    .join("");
  // The cursor ends behind the text, not on the line below it.
  return body.replace(/(?:\r?\n)?$/, (end) => `$0${end}`);
}

/** Text in which nothing means anything to snippets. */
function plain(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

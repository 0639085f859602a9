/** Markdown that no reader has taken apart, made safe to show: it stands in YAML or in a directive. */

/** Without HTML and images; links to the web stay, others become their text. */
export function safeMarkdown(text: string): string {
  return (
    text
      .replace(/\r\n?/g, "\n")
      .replace(/!\[([^\]\n]{0,200})\](?:\([^()\n]{0,500}\))?/g, "$1")
      .replace(/\[([^[\]\n]{0,200})\]\((?!https?:\/\/)[^()\n]{0,500}\)/gi, "$1")
      // What is still there is nested, or defined elsewhere in the text.
      .replace(/!\[/g, "!\\[")
      .replace(/\]\((?!https?:\/\/)/gi, "]\\(")
      .replace(/\]:/g, "]\\:")
      .replace(/<(?=[a-z/!?])/gi, "\\<")
      .trim()
  );
}

/** The same on one line and without markup. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/!?\[([^[\]\n]{0,200})\]\([^()\n]{0,500}\)/g, "$1")
    .replace(/(?<![\p{L}\p{N}])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![\p{L}\p{N}])|`/gu, "")
    .replace(/\s+/g, " ")
    .trim();
}

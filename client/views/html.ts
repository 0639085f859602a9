/** What the pages of all views need. */

/** Text of the workspace as it may stand in HTML, in attributes too. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** Another one for each page, so that nothing in a document can know it. */
export function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What all views look alike in. */
const COMMON = `
input { flex: 0 1 22rem; min-width: 10rem; box-sizing: border-box; padding: .3rem .5rem; font: inherit; color: var(--vscode-input-foreground); background: var(--vscode-input-background); border: 1px solid var(--vscode-input-border, var(--vscode-contrastBorder, transparent)); border-radius: 2px; }
input::placeholder { color: var(--vscode-input-placeholderForeground); }
button { font: inherit; color: inherit; background: none; border: 0; padding: 0; text-align: left; cursor: pointer; }
button:focus-visible, input:focus-visible { outline: 1px solid var(--vscode-focusBorder); outline-offset: 2px; }
input:focus-visible { outline-offset: -1px; }
button.open, button.link { color: var(--vscode-textLink-foreground); }
button.open:hover, button.link:hover { text-decoration: underline; color: var(--vscode-textLink-activeForeground); }
`;

/** The parts of a page: HTML in which all text of the workspace is escaped, and the view's own style and script. */
export interface HtmlPage {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  readonly body: string;
}

/** A whole page. `nonce` lets its own script and style run, and nothing else: it loads nothing. */
export function htmlPage({ title, style, script, body }: HtmlPage, nonce: string): string {
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">${COMMON}${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}">${script}</script>
</body>
</html>`;
}

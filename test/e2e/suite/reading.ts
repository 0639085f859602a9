// Hover, definition and links.
import assert from "node:assert/strict";
import * as vscode from "vscode";
import { ask, glossaryReady, open } from "../workspace.ts";

const TERMS = ".specweave/docs/public/glossary/terms";

const HOVERS = [
  { on: "a term", text: "As the $0ADR says.", shows: /Architecture Decision Record[\s\S]*one decision/ },
  { on: "a term of two words", text: "Send an idempotency $0key.", shows: /names one intended action/ },
  { on: "a plural", text: "Two $0webhooks arrive.", shows: /another system sends/ },
  {
    on: "a term that goes on in the next line",
    text: "Send an idempotency\n$0key.",
    shows: /names one intended action/,
  },
  {
    on: "a part of an identifier in code",
    text: "As `idempotency$0KeyHeader` says.",
    shows: /names one intended/,
  },
  { on: "a link", text: "A [shared cache](/docs/glossary/terms/$0caching).", shows: /Caching/ },
  { on: "an ordinary word", text: "As the ADR $0says.", shows: undefined },
  { on: "code", text: "As the `$0ADR` says.", shows: undefined },
];

const DEFINITIONS = [
  { of: "a term", text: "As the $0ADR says.", file: `${TERMS}/adr.md` },
  { of: "a term of two words", text: "Send an $0idempotency key.", file: `${TERMS}/idempotency-key.md` },
  { of: "a link", text: "A [cache](/docs/glossary/terms/$0caching).", file: `${TERMS}/caching.md` },
];

suite("reading", () => {
  suiteSetup(() => glossaryReady());

  for (const { on, text, shows } of HOVERS) {
    test(`hover on ${on}`, async () => {
      const contents = await hoverAt(text);
      const shown = contents.map((part) => part.value).join("\n");
      if (shows) assert.match(shown, shows);
      else assert.equal(shown, "");
    });
  }

  test("a hover may run nothing and brings no HTML", async () => {
    const contents = await hoverAt("As the $0ADR says.");
    assert.notEqual(contents.length, 0);
    for (const part of contents) {
      assert.ok(!part.isTrusted);
      assert.ok(!part.supportHtml);
    }
  });

  for (const { of, text, file } of DEFINITIONS) {
    test(`definition of ${of}`, async () => {
      const { document, cursor } = await open(text);
      const found = await ask<(vscode.Location | vscode.LocationLink)[]>(
        "vscode.executeDefinitionProvider",
        document.uri,
        cursor,
      );
      assert.deepEqual(
        [...new Set(found.map((each) => vscode.workspace.asRelativePath(uriOf(each))))],
        [file],
      );
    });
  }

  test("a link by its route can be followed", async () => {
    const { document } = await open("A [cache](/docs/glossary/terms/caching).");
    const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", document.uri, 10);
    const targets = links.map((link) => link.target && vscode.workspace.asRelativePath(link.target));
    assert.ok(targets.includes(`${TERMS}/caching.md`), `found ${targets}`);
  });
});

async function hoverAt(text: string): Promise<vscode.MarkdownString[]> {
  const { document, cursor } = await open(text);
  const hovers = await ask<vscode.Hover[]>("vscode.executeHoverProvider", document.uri, cursor);
  return hovers.flatMap((hover) => hover.contents as vscode.MarkdownString[]);
}

function uriOf(found: vscode.Location | vscode.LocationLink): vscode.Uri {
  return "targetUri" in found ? found.targetUri : found.uri;
}

/** Pages of views are filled: nothing of the workspace becomes HTML. */
import { describe, expect, it } from "vitest";
import ADR_LOG from "../../client/views/adrLog/page.html";
import { fill, joined, nonce, viewOf, wholePage } from "../../client/views/html.ts";
import TRACEABILITY from "../../client/views/traceability/page.html";

const view = viewOf({
  html: `<style nonce="{{nonce}}">{{style}}</style><body>{{content}}</body>
    <template id="row">
      <b title="{{path}}">{{text}}</b>
    </template>
    <template id="list"><ul>{{rows}}</ul></template>`,
  style: "b { color: red }",
  script: "",
});
const row = (text: string) => fill(view, "row", { path: `a"b`, text });

describe("a template", () => {
  it("is filled with text, which is escaped, and with HTML, which is not", () => {
    expect(row("<i>&'").html).toBe('<b title="a&#34;b">&#60;i&#62;&#38;&#39;</b>');
    const rows = [row("1"), row("2")];
    expect(fill(view, "list", { rows }).html).toBe(`<ul>${joined(rows).html}</ul>`);
    expect(fill(view, "list", { rows: 3 }).html).toBe("<ul>3</ul>");
  });

  it("takes nothing that is filled in for a place", () => {
    expect(row("{{path}} $1").html).toContain(">{{path}} $1<");
    expect(wholePage(view, row("{{nonce}}"), "n")).toBe(
      '<style nonce="n">b { color: red }</style><body><b title="a&#34;b">{{nonce}}</b></body>\n',
    );
  });

  it("does not stay empty by mistake", () => {
    expect(() => fill(view, "row", { path: "a" })).toThrow("text");
    expect(() => fill(view, "none")).toThrow("none");
  });
});

describe.each([
  ["ADR log", ADR_LOG],
  ["traceability view", TRACEABILITY],
])("the page of the %s", (_, files) => {
  const html = wholePage(viewOf(files), { html: "content" }, "secret");

  it("runs its own style and script and loads nothing", () => {
    expect(files.style).toContain("--vscode-font-family");
    expect(files.script).toContain("acquireVsCodeApi");
    expect(html).toContain(files.style);
    expect(html).toContain(files.script);
    const policy = "default-src 'none'; style-src 'nonce-secret'; script-src 'nonce-secret'";
    expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    expect(html.match(/<(?:style|script)\b[^>]*>/g)).toEqual([
      '<style nonce="secret">',
      '<script nonce="secret">',
    ]);
    expect(html).not.toMatch(/<template|\{\{|\s(?:src|href|on\w+|style)=/);
  });
});

it("a nonce is never the same again", () => {
  expect(new Set(Array.from({ length: 100 }, nonce)).size).toBe(100);
});

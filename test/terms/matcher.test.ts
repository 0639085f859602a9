import { describe, expect, it } from "vitest";
import { findUses } from "../../glossary/terms/index/matcher.ts";
import { effort, SOON } from "../effort.ts";
import { mark, PAGE, pageOf, unmark, workspace } from "../fixture.ts";

const NAMES = [
  "API",
  "API Gateway",
  "user story",
  "Definition of Done",
  "CI/CD",
  "Node.js",
  "Idempotency Key (IK)",
  "React",
  "REST",
  "Class",
  "Analysis",
  "C++",
  "C#",
  ".NET",
  "可观测性",
  "Café",
  "E2E (End-to-End) Testing",
  "user_id",
  "S3X",
  "Kubernetes (K8s)",
  "GitHub",
];

/** Marks the uses that are found in a text: compare with what should be marked. */
function found(text: string, names: readonly string[] = NAMES): string {
  const terms = names.map((name, i) => [`docs/glossary/terms/t${i}.md`, `# ${name}\n\nText.\n`] as const);
  const at = workspace({ ...Object.fromEntries(terms), [PAGE]: text });
  const page = pageOf(at);
  const uses = findUses(at.snapshot.matcher, page.text, page.facts);
  for (const { terms: some } of uses) expect(some.length).toBeGreaterThan(0);
  return mark(
    text,
    uses.map(({ span }) => span),
  );
}

describe("uses of terms", () => {
  const CASES: Readonly<Record<string, readonly string[]>> = {
    "whole words": ["an «API».", "APIX, rAPId and API2", "(«API») “«API»” —«API»—"],
    "the longest name": ["the «API Gateway» before the «API»", "«API» gate", "an «API gateway»"],
    "singular and plural": [
      "«user story», «user stories», «User Stories»",
      "«APIs» and «API gateways»",
      "«classes», not clas; a «class»",
      "«analyses»",
    ],
    possessives: ["the «API»'s and the «user story»’s end"],
    "acronyms in their own case": ["«API» but not api or Api", "«REST» the rest", "«S3X», not s3x"],
    "words of every day in their own case": ["«React» components react"],
    "other names in any case": ["DEFINITION OF DONE".replace(/.*/, "«$&»"), "«definition of done»"],
    "space, hyphen and line end as the same": [
      "a «user-story» and a «definition-of-done»",
      "a «user\nstory», «user  story»",
      "> a «user\n> story» in a quote",
      "- a «user\n  story» in a list",
    ],
    "other signs as they are": ["«CI/CD», not CI CD or CI-CD", "«Node.js», not Node js or Nodejs"],
    "signs at the ends": [
      "«C++», «C#», not C, C+, c",
      "«.NET», not NET or .NETX or asp.NET",
      "C++ is not C++x".replace("C++ ", "«C++» "),
    ],
    "both names of a title": ["«Idempotency key» or «IK», not ik", "«K8s», «k8s» and «Kubernetes»"],
    "both names around brackets": ["«E2E testing» is «end-to-end testing», not testing"],
    "scripts without spaces": ["系统的«可观测性»很好", "«可观测性»«API»"],
    "letters with and without marks": ["«cafe», «CAFÉ»"],
    identifiers: [
      "a «user_id», no user id",
      "API-US1-01 and 0031-api-gateway-move, my-own-api-first-way",
      "«API»-0043 and «API»-first, multi-«API»",
    ],
    "compounds that mean something else": [
      "my-github, github-checks; «GitHub»-based, «GitHub» and «github»",
      "a Multi-User Story, but «User Story»-based; an «API»-first, a post-«class» hook",
    ],
    "no parts of file names and domains": [
      "post-class-run.sh, class-run.test.ts, see user-story.md and my-class.example.com",
      "docs/my-class, my-class/x, a «class»-level thing. Next",
    ],
    "no paths and addresses": [
      "src/API/x, docs/API, ./API, API/x, C:\\API",
      "API.md, x.API, API.ts, a@API, @API, #API, $API, API=1, ~API",
      "https://x.example/API and <https://API.example>",
      "ends with «API». New sentence",
      "«API»/SDK, SDK/«API», see «API»/«REST»",
    ],
    "no code, HTML, link addresses or images": [
      "`API` <API> <!-- API --> ![API](API.png) [x](API)",
      "a [«API»](x.md) and **«API»**",
      "```\nAPI\n```",
      "    API",
    ],
    "headings and tables": ["# The «API»\n\n| «API» | b |\n|---|---|\n| c | «REST» |\n"],
    "names broken by markup": ["user **story** and *user* story"],
    "no front matter": ["---\ntitle: API\n---\n\n«API»\n"],
    "what follows an escape": ["\\*«API»\\* and &amp;«API»"],
  };
  for (const [title, texts] of Object.entries(CASES)) {
    it.each(texts)(`${title}: %s`, (marked) => expect(found(unmark(marked).text)).toBe(marked));
  }

  it("finds names that are properties of every object", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    expect(found("a constructor, proto, toString and hasOwnProperty", names)).toBe(
      "a «constructor», «proto», «toString» and «hasOwnProperty»",
    );
  });

  it("finds words of every day in any case where they are of a business", () => {
    const yaml = "contexts:\n  - terms:\n      - name: Cargo\n        definition: What is moved.\n";
    const marked = "Each «cargo», «Cargo», «cargoes» and «cargos».\n";
    const { text } = unmark(marked);
    const at = workspace({ "shop.glossary.yml": yaml, [PAGE]: text });
    const spans = findUses(at.snapshot.matcher, text, pageOf(at).facts).map(({ span }) => span);
    expect(mark(text, spans)).toBe(marked);
  });

  it("finds abbreviations in their own case, and what they stand for in any", () => {
    const GLOSSARY = "docs/abbreviations.md";
    const list = "*[npm]: Node Package Manager\n*[Mw]: Middleware\n*[cd]: Change Directory\n";
    const marked = "«npm», NPM, Npm, «Mw», mw, «node package manager», «middleware», «cd», «CD».\n";
    const { text } = unmark(marked);
    // Another glossary knows it in any case.
    const given = { [GLOSSARY]: list, "docs/glossary/terms/cd.md": "# Cd\n\nIt changes the directory.\n" };
    const at = workspace({ ...given, [PAGE]: text });
    const spans = findUses(at.snapshot.matcher, text, pageOf(at).facts).map(({ span }) => span);
    expect(mark(text, spans)).toBe(marked);
  });

  it("finds nothing without terms", () => {
    expect(found("an API", [])).toBe("an API");
  });

  it("takes time in proportion to the text", () => {
    const text = "user story of done api gateway ".repeat(10_000);
    const spent = effort();
    found(text);
    expect(spent()).toBeLessThan(SOON);
  });
});

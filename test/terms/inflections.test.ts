/** How people write a name: what Contextive gets wrong, and what English does. */
import { describe, expect, it } from "vitest";
import { documentLinks } from "../../glossary/terms/features/documentLinks.ts";
import { hover } from "../../glossary/terms/features/hover.ts";
import { findUses } from "../../glossary/terms/index/matcher.ts";
import { usesIn } from "../../glossary/terms/index/uses.ts";
import { formsOf } from "../../glossary/terms/index/wordForms.ts";
import { DEFAULT_SETTINGS, type Settings } from "../../glossary/workspace/settings/settings.ts";
import { cursorOf, mark, PAGE, pageOf, unmark, workspace } from "../fixture.ts";

function glossaryOf(terms: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(terms).map(([name, matter], i) => [
      `docs/glossary/terms/t${i}.md`,
      `${matter ? `---\n${matter}\n---\n\n` : ""}# ${name}\n\nText of it.\n`,
    ]),
  );
}

function found(text: string, terms: Readonly<Record<string, string>>): string {
  const at = workspace({ ...glossaryOf(terms), [PAGE]: text });
  const page = pageOf(at);
  return mark(
    text,
    findUses(at.snapshot.matcher, page.text, page.facts).map(({ span }) => span),
  );
}

const names = (...all: string[]) => Object.fromEntries(all.map((name) => [name, ""]));

describe("forms of names", () => {
  it.each([
    ["user story", ["user story", "user stories"]],
    ["User Stories", ["User Stories", "User Story"]],
    ["API", ["API", "APIs"]],
    ["SLOs", ["SLOs", "SLO"]],
    ["index", ["index", "indices", "indexes"]],
    ["Appendix", ["Appendix", "Appendices", "Appendixes"]],
    ["Criteria", ["Criteria", "Criterion"]],
    ["Acceptance Criteria", ["Acceptance Criteria", "Acceptance Criterion"]],
    ["metadata", ["metadata"]],
    ["Kubernetes", ["Kubernetes"]],
    ["DevOps", ["DevOps"]],
    ["Analysis", ["Analysis", "Analyses"]],
    ["Cache", ["Cache", "Caches"]],
    ["Class", ["Class", "Classes"]],
    ["Person", ["Person", "People"]],
    ["P95", ["P95", "P95s"]],
    ["C++", ["C++"]],
    ["可观测性", ["可观测性", "可观测性s"]],
  ])("%s", (name, forms) => expect(formsOf(name).slice(0, forms.length)).toEqual(forms));

  it("are those of the glossary where it gives them", () => {
    expect(formsOf("Octopus", ["Octopodes"])).toEqual(["Octopus", "Octopodes"]);
    const terms = { Octopus: "plural: octopodes", Beef: "plural: [beeves, beefs]", Ox: "" };
    expect(found("Octopus, octopuses, octopodes, beeves, beefs", terms)).toBe(
      "«Octopus», octopuses, «octopodes», «beeves», «beefs»",
    );
  });
});

describe("uses", () => {
  const CASES: Readonly<Record<string, readonly [terms: readonly string[], marked: readonly string[]]>> = {
    "of several words, before their parts": [
      ["Order", "Purchase Order", "Purchase Order Line"],
      [
        "A «purchase order line» of a «purchase order» in an «order»",
        "«Purchase Orders» and «purchase order lines», a purchase, a line",
        "«order» purchase, «purchase\n  order»",
      ],
    ],
    "in the possessive, without its ending": [
      ["Account", "User Story", "Boss"],
      [
        "the «account»'s owner, the «account»’s owner, the «accounts»' owners, the «accounts»’ owners",
        "the «user story»'s end and «User Stories»’ ends, the «boss»'s",
      ],
    ],
    "in scripts without spaces, wherever they stand": [
      ["订单", "订单行", "顧客", "カート", "주문"],
      [
        "«订单»和«订单»，«订单行»。",
        "这个«订单»里的«订单行»属于«顧客»",
        "𠮷«订单»𠮷",
        "«顧客»の«カート»に入れる",
        "ショッピング«カート»",
        "«주문»",
      ],
    ],
    "composed or not": [
      ["Café", "Größe", "naïve check"],
      [
        "«Café» «Cafe\u0301» «cafe\u0301s», «cafe»",
        "die «Gro\u0308ße», «Größe»; a «nai\u0308ve check»",
        "x\u0301 «Cafe\u0301»\u00a0y",
      ],
    ],
    "in the plurals that English has": [
      ["Index", "Criterion", "Analysis", "Schema", "Policy", "Child Process", "Hero"],
      [
        "«indexes», «indices»; «criteria»; «analyses»; «schemas» and «schemata»; «policies»",
        "«child processes»; «heroes»; indic, criter, schem",
      ],
    ],
  };
  for (const [title, [terms, texts]] of Object.entries(CASES))
    it.each(texts)(`${title}: %s`, (marked) => {
      expect(found(unmark(marked).text, names(...terms))).toBe(marked);
    });
});

describe("zones", () => {
  const text = "A cart.\n\n# A cart\n\n| A cart |\n|---|\n\n[A cart](x.md) and `a cart`.\n";
  const places = (zones: Settings["zones"]) => {
    const at = workspace({ ...glossaryOf(names("Cart")), [PAGE]: text });
    at.host.apply({ settings: { ...DEFAULT_SETTINGS, zones } });
    const snapshot = at.host.snapshot();
    const lines = (spans: readonly { start: number }[]) =>
      spans.map(({ start }) => text.slice(0, start).split("\n").length);
    return [
      lines(usesIn(snapshot, pageOf(at)).map(({ span }) => span)),
      lines(documentLinks(snapshot, pageOf(at)).map(({ span }) => span)),
    ];
  };
  it("are running text and tables, unless others are set", () => {
    expect(places(DEFAULT_SETTINGS.zones)[0]).toEqual([1, 5]);
    expect(places([])[0]).toEqual([1]);
    expect(places(["headings", "links", "code"])[0]).toEqual([1, 3, 8, 8]);
  });
  it("decide where a term can be clicked; a link stays what it is", () => {
    expect(places([])[1]).toEqual([1]);
    expect(places(["headings", "links", "code", "tables"])[1]).toEqual([1, 3]);
  });
});

describe("identifiers in code", () => {
  const TERMS = names("User Story", "API Gateway", "Cart", "HTTP Request", "ADR");
  const at = (page: string, zones: Settings["zones"] = []) => {
    const one = workspace({ ...glossaryOf(TERMS), [PAGE]: unmark(page).text });
    one.host.apply({ settings: { ...DEFAULT_SETTINGS, zones } });
    const { cursor = 0 } = unmark(page);
    const found = hover(one.host.snapshot(), pageOf(one), cursor);
    return found && mark(unmark(page).text, [found.span]);
  };
  it.each([
    ["`user$0StoryId`", "`«userStory»Id`"],
    ["`UserSt$0ories`", "`«UserStories»`"],
    ["`USER_S$0TORY`", "`«USER_STORY»`"],
    ["`user-$0story.md`", "`«user-story».md`"],
    ["`api$0Gateway`", "`«apiGateway»`"],
    ["`parseHTTPReq$0uest2(x)`", "`parse«HTTPRequest»2(x)`"],
    ["`shopping_ca$0rt_items`", "`shopping_«cart»_items`"],
    ["``a `x` shoppingCa$0rt``", "``a `x` shopping«Cart»``"],
  ])("are explained: %s", (page, marked) => expect(at(page)).toBe(marked));
  it.each([
    "`ca$0rt`",
    "`AD$0R`",
    "`user$0Id`",
    "`sh$0oppingCart`",
    "`userSto$0rage`",
    "```\nuserSt$0ory\n```",
    "userSt$0ory",
  ])("are not: %s", (page) => expect(at(page)).toBeUndefined());
  it("are explained as words where code is a zone", () => {
    expect(at("`the ca$0rt`", ["code"])).toBe("`the «cart»`");
  });
  it("are looked at for a hover alone", () => {
    const one = workspace({ ...glossaryOf(TERMS), [PAGE]: "The `shoppingCart`.\n" });
    expect(documentLinks(one.snapshot, pageOf(one))).toEqual([]);
    expect(cursorOf({ ...one, cursor: { path: PAGE, offset: 0 } }).page.path).toBe(PAGE);
  });
});

/** Code that nobody writes by hand: long, deep, cut off anywhere. Nothing is thrown, and it is over soon. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: code of documents
import { describe, expect, it } from "vitest";
import { callsAnywhere, callsIn, mayCall, mayCallInline } from "../../glossary/query/model/calls/calls.ts";
import type { Language } from "../../glossary/query/model/code/languages.ts";
import { queriesInLoops } from "../../glossary/query/model/loops/loops.ts";
import { effort, SOON } from "../effort.ts";

const LANGUAGES: readonly Language[] = [
  "script",
  "python",
  "go",
  "java",
  "kotlin",
  "csharp",
  "ruby",
  "php",
  "shell",
];
const REPEATED = [
  "(",
  "{a:",
  "!",
  "do ",
  "X.where( ",
  "A.",
  "for x in xs:\n",
  '"#{',
  "<<~A\n",
  "{where:{AND:[",
];

describe("of code that repeats", () => {
  it.each(REPEATED)("%j all is read soon", (one) => {
    const code = `prisma.a.findMany({ where: ${one.repeat(20_000 / one.length)}`;
    const spent = effort();
    for (const language of LANGUAGES) {
      callsIn(code, language);
      queriesInLoops(code, language);
    }
    callsAnywhere(code);
    mayCall(one.repeat(100_000));
    mayCallInline(one.repeat(100_000));
    expect(spent()).toBeLessThan(SOON);
  });
});

describe("however code is cut, nothing is thrown", () => {
  const CODES: readonly (readonly [Language, string])[] = [
    [
      "script",
      "for (const a of b) { await prisma.a.findMany({ where: { AND: [{ b: { in: [`${c}`] } }] } }); }",
    ],
    ["python", 'for a in b:\n    A.objects.filter(Q(a=1) | ~Q(b="x"), c__gte=1).count()\n'],
    ["ruby", 'bs.each do |b|\n  A.where("a = ? AND lower(b) = ?", <<~SQL, %w[a b])\n    x\n  SQL\nend'],
    [
      "csharp",
      'foreach (var a in b) { db.As.Where(x => (x.B == @"a" || !x.C) && x.D.StartsWith("e")).ToList(); }',
    ],
    [
      "php",
      "foreach ($b as $a): A::where([['a', '=', 1], 'b' => $c])->whereRaw('d = ?', [1])->get(); endforeach;",
    ],
    ["go", 'for _, a := range b { db.Where("a = ? AND b IN (?)", 1, []string{`c`}).First(&models.A{}) }'],
    [
      "java",
      "interface ARepository extends JpaRepository<A, Long> { List<A> findByBAndCOrderByD(String b, int c); }",
    ],
    ["kotlin", 'bs.forEach { b -> As.select { (As.a eq b) and (As.c like "${b}%") }.toList() }'],
  ];
  it.each(CODES)("in %s", (language, code) => {
    for (let end = 0; end <= code.length; end++)
      expect(() => [
        callsIn(code.slice(0, end), language),
        queriesInLoops(code.slice(0, end), language),
        callsAnywhere(code.slice(end)),
      ]).not.toThrow();
  });
});

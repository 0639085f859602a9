/** Quantities: what is read, exactly, and what only looks like one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Quantity, readQuantities, statisticsIn } from "../../glossary/target/model/quantity.ts";
import { effort } from "../effort.ts";

/** `text of the span | dimension of | low..high` */
function shown(text: string): string[] {
  return readQuantities(text).map((one) => {
    const kind = one.of ? `${one.dimension} ${one.of}` : one.dimension;
    return `${text.slice(one.span.start, one.span.end)} | ${kind} | ${ends(one)}`;
  });
}

function ends({ low, high }: Quantity): string {
  return low === high ? `${low}` : `${low === -Infinity ? "" : low}..${high === Infinity ? "" : high}`;
}

describe("a quantity", () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["API response < 100ms (P95)", "< 100ms | time | ..100000000"],
    ["below &lt;100ms", "&lt;100ms | time | ..100000000"],
    ["latency &#60; 1.5 s", "&#60; 1.5 s | time | ..1500000000"],
    ["&le; 2 min", "&le; 2 min | time | ..120000000000"],
    ["hit rate >80%", ">80% | share | 80.."],
    ["hit rate &gt;= 80 %", "&gt;= 80 % | share | 80.."],
    ["Handle 10K requests/sec", "10K requests/sec | rate request | 10000"],
    ["Max throughput: 15K req/sec", "15K req/sec | rate request | 15000"],
    ["10K concurrent users", "10K concurrent users | count user | 10000"],
    ["2B users", "2B users | count user | 2000000000"],
    ["512B", "512B | size | 512"],
    ["1.5 KiB", "1.5 KiB | size | 1536"],
    ["40 MB/s", "40 MB/s | rate byte | 40000000"],
    ["1,200 req/min", "1,200 req/min | rate request | 20"],
    ["at 50 checkouts per second", "50 checkouts per second | rate checkout | 50"],
    ["$1,200/month (Redis)", "$1,200/month | money $/month | 1200"],
    ["$0.0012", "$0.0012 | money $ | 0.0012"],
    ["5 USD per user", "5 USD per user | money $/user | 5"],
    ["2-5 min", "2-5 min | time | 120000000000..300000000000"],
    ["10–20K users", "10–20K users | count user | 10000..20000"],
    ["between 10 and 20 ms", "10 and 20 ms | time | 10000000..20000000"],
    ["1 to 2 hours", "1 to 2 hours | time | 3600000000000..7200000000000"],
    ["from 60KB to 90KB", "60KB | size | 60000", "90KB | size | 90000"],
    ["500ms to 50ms", "500ms | time | 500000000", "50ms | time | 50000000"],
    ["100,000+ rows", "100,000+ rows | count row | 100000.."],
    ["30+ minutes", "30+ minutes | time | 1800000000000.."],
    ["900 Mbps", "900 Mbps | rate bit | 900000000"],
    ["85%+ coverage", "85%+ | share | 85.."],
    ["~30%", "~30% | share | 27..33"],
    ["about 200 ms", "about 200 ms | time | 180000000..220000000"],
    ["sub-100ms", "sub-100ms | time | ..100000000"],
    ["no more than 3 retries", "no more than 3 retries | count retry | ..3"],
    ["at least 99.9 %", "at least 99.9 % | share | 99.9.."],
    ["200 ms or less", "200 ms or less | time | ..200000000"],
    ["a 5-minute TTL", "5-minute | time | 300000000000"],
    ["1 h 30 min", "1 h 30 min | time | 5400000000000"],
    ["100x faster", "100x | factor | 100"],
    ["-40% cost", "-40% | share | -40"],
    ["error rate > 1%", "> 1% | share | 1.."],
    ["500 ms → 50 ms", "500 ms | time | 500000000", "50 ms | time | 50000000"],
    ["-> 200 ms", "200 ms | time | 200000000"],
    ["=> 200 ms", "200 ms | time | 200000000"],
    ["5 constructor calls", "5 | number | 5"],
    ["p95 <200ms", "<200ms | time | ..200000000"],
    ["p50 28 ms, p95 53 ms", "28 ms | time | 28000000", "53 ms | time | 53000000"],
    ["0.1 s and 0.3 s", "0.1 s | time | 100000000", "0.3 s | time | 300000000"],
    ["😀 5 ms", "5 ms | time | 5000000"],
  ];
  for (const [text, ...expected] of CASES) {
    it(text, () => expect(shown(text)).toEqual(expected));
  }
});

describe("what is no quantity", () => {
  const NONE = [
    "T-001",
    "AC-US1-01",
    "ADR-0043",
    "FS-25-11-18",
    "#123",
    "v1.2",
    "1.2.3",
    "2025-11-18",
    "10:30",
    "4/4",
    "24/7",
    "P95",
    "p99.9",
    "(P1)",
    "P0",
    "95th percentile",
    "1990s",
    "0001-checkout",
    "HTTP/2",
    "1920x1080",
    "4xx",
    "1,5 s",
    "utf8",
    "SHA256",
    "x86_64",
    "3D",
    "a_5ms",
    "&lt;",
    "&#123;",
    "12345678901234567890123 ms",
  ];
  for (const text of NONE)
    it(text, () => expect(shown(text).filter((one) => !one.includes("number"))).toEqual([]));

  it("a capital after a number", () => expect(shown("10 Kafka brokers")).toEqual(["10 | number | 10"]));
});

describe("a statistic", () => {
  const CASES: readonly (readonly [text: string, ...expected: string[]])[] = [
    ["<100ms (P95)", "P95"],
    ["p99.9 and p999", "P99.9", "P99.9"],
    ["the 95th percentile", "P95"],
    ["P99-percentile", "P99"],
    ["95パーセンタイル, 99. Perzentil, 90º percentil", "P95", "P99", "P90"],
    ["median 20 ms, avg 30 ms, worst case 1 s", "P50", "average", "max"],
    ["AC-US1-01 (P1), P0, P4, P2"],
    ["MP95, P950, P-95, p95x"],
    ["meant, maximal"],
  ];
  for (const [text, ...expected] of CASES)
    it(text, () => expect(statisticsIn(text).map(({ name }) => name)).toEqual(expected));
});

describe("any text", () => {
  const PIECES = [
    "1",
    "99",
    ",",
    ".",
    "K",
    "ms",
    "%",
    "<",
    "&lt;",
    "-",
    " to ",
    " ",
    "+",
    "$",
    "/s",
    "per ",
    "P95",
    "x",
    "\n",
    "é",
  ];
  it("gives quantities in order that do not overlap, and never throws", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let end = 0;
        for (const { span, number, low, high } of readQuantities(text)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(number.end).toBeLessThanOrEqual(span.end);
          expect(low).toBeLessThanOrEqual(high);
          end = span.end;
        }
      }),
    );
  });

  for (const piece of [
    "1",
    "1,",
    "1,000,",
    "<",
    "1 ",
    "1-",
    "1 ms ",
    "1 to ",
    "$1/",
    "&lt;",
    "9.9.",
    "P95 ",
    "1 h ",
  ]) {
    it(`takes time in proportion to its length: ${piece}`, () => {
      const time = (length: number) => {
        const text = piece.repeat(length / piece.length);
        const spent = effort();
        readQuantities(text);
        statisticsIn(text);
        return spent();
      };
      const best = (length: number) => Math.min(time(length), time(length), time(length));
      time(50_000);
      // Four times as long; quadratic would be sixteen times the time.
      expect(best(200_000)).toBeLessThan(10 * best(50_000) + 20);
    });
  }
});

/** The words that name a metric, made comparable: `API response time must be` and `API response` are one subject. */
import type { Dimension } from "./units.ts";

/** Say nothing of what is measured. */
const FILLERS = new Set(
  `a an the of for to in on is are be been was were must shall should will would can could may might has have had do does
  and or with by per each all any every its it their our your this that these those from at as so than then given when
  where while if target targets goal goals objective baseline before after current currently actual measured result
  results slo sla requirement criterion criteria value expected expect expects verify verifies ensure ensures ensured
  assert asserts check checks keep keeps stay stays remain remains reach reaches achieve achieves maintain maintains
  meet meets within under over below above least most than less more up max min maximum minimum about around approximately
  not no never exceed exceeds p0 p1 p2 p3 p4 total overall typical performance test tests load-test system application
  service user-facing alert alerts alarm alarms we user users see sees get gets sustained ran recorded reached stayed held percentile median average avg mean`.split(
    /\s+/,
  ),
);

const OF_DIMENSION: Readonly<Partial<Record<Dimension, ReadonlySet<string>>>> = {
  time: new Set(
    `time times latency latencies duration response responses respond responds take takes took complete completes
    completed finish finishes return returns returned speed execution runtime run runs second seconds`.split(
      /\s+/,
    ),
  ),
  rate: new Set(
    `throughput handle handles support supports sustain sustains process processes serve serves peak load stress rate
    request requests req capacity`.split(/\s+/),
  ),
  share: new Set(`rate rates ratio percentage percent share`.split(/\s+/)),
  count: new Set(
    `handle handles support supports sustain sustains serve serves concurrent number count`.split(/\s+/),
  ),
  size: new Set(`size sizes footprint`.split(/\s+/)),
  money: new Set(`cost costs price spend`.split(/\s+/)),
};

const ID = /\b(?:AC|NFR|FR|SC|US|SLO|REQ|T)-?(?:[A-Z]+-?)?\d[\w-]*/g;
const BOUND = /[<>≤≥~]=?\s?[\d.,]+\s?[\p{L}%/]*/gu;
const PERCENTILE = /^p\d\d\d?$/;

/** The subject of a bound, from the words before it: normalised, sorted, without repetition; "" where nothing is left. */
export function subjectOf(text: string, dimension: Dimension): string {
  const drop = OF_DIMENSION[dimension];
  const found = new Set<string>();
  // Numbers tell metrics apart (`100 projects`, `tier 2`), but a bound does not (`hit rate > 90 %`).
  const plain = text.replace(ID, " ").replace(BOUND, " ").toLowerCase();
  for (const [word] of plain.matchAll(/[\p{L}\p{N}][\p{L}\p{N}_-]*/gu)) {
    if (FILLERS.has(word) || PERCENTILE.test(word) || drop?.has(word)) continue;
    found.add(singular(word));
  }
  return [...found].sort().join(" ");
}

/** Good enough to compare with itself. */
function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word.endsWith("ies") ? `${word.slice(0, -3)}y` : word.replace(/s$/, "");
}

const TIMER =
  /time-?outs?|\bttls?\b|expir|interval|retention|retain|back-?off|debounc|throttl|cool-?down|\bwindow|\bpoll|schedul|\bcron\b|\bsession|\blease|\block|\btoken|\bvideo|deadline|\beffort|estimate|sprint|budget|rotat|lifetime|\bgrace|\bkeep|retr(?:y|ies)|\bwait|\bdelay|\bevery\b|uptime|\bold(?:er)?\b|\bage\b|history|backup|\brpo\b|mtbf|reminder|notice|\btrial|\bperiod|cache (?:entr|for|valid)|\bstale|\bidle|time-?frame|time-?line|rolling|payback|investment/;

/** True for times that are set, not achieved: time-outs, intervals, lifetimes. */
export function isTimer(text: string): boolean {
  return TIMER.test(text);
}

const LATENCY =
  /response|respond|latenc|\bapi\b|request|quer(?:y|ies)|(?:page|initial|first|screen|app) loads?|loads? (?:time|in|within|under)|load time|endpoint|lookup|search|render|round[- ]?trip|ttfb|\blcp\b|\bfcp\b|\binp\b|time to interactive|read|write|fetch|returns?\b|p\d\d/;

/** What people get done takes as long as they need. */
const DONE_BY_PEOPLE =
  /\b(?:users?|customers?|admins?|administrators?|operators?|developers?|engineers?|authors?|editors?|visitors?|members?|managers?|students?|teachers?|readers?|reviewers?|staff|teams?|people|someone)\s(?:can|(?:is|are|be|must be|should be) able to)\s(?!see\b|view\b)/;

/** True for times that a user or a caller waits for an answer. */
export function isLatency(text: string): boolean {
  return LATENCY.test(text) && !isTimer(text) && !DONE_BY_PEOPLE.test(text);
}

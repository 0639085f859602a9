/** Words around numbers and of how far work is, which are read in English only: they are too many for one page. */
import type { Language, WorkWords } from "../language.ts";
import type { TargetWords } from "../targetWords.ts";

export const increment: NonNullable<Language["increment"]> = {
  none: String.raw`nothing\b`,
  through: "through, thru, to, until",
  putOff: String.raw`
      deferred, postponed, descoped, de-scoped, out of scope, future (?:work|increment|release|phase), post[- ]?(?:mvp|launch|release|deploy(?:ment)?)\b,
      moved to, follow[- ]?up, won['’]?t do, not applicable, n/a, dropped, cancell?ed, superseded, removed
    `,
  outside: String.raw`
      (?:explicitly )?out[- ]of[- ]scope, not in scope, non[- ]goals?, deferred, postponed, future (?:work|enhancements?|considerations?),
      won['’]?t do, later
    `,
  blank: String.raw`
      tbd, tba, to ?do, tbc, to be (?:defined|determined|decided|added|written|filled(?: in)?),
      (?:will be )?(?:filled|added|written|defined)(?: in)? (?:later|during|by|when)\b[^.]*, fill in(?: later)?, pending, placeholder
    `,
};

export const work: WorkWords = {
  done: String.raw`
    completed?\b, done\b, finished\b, implemented\b, verified\b, closed\b, merged\b, passed\b, pass\b,
    shipped\b
  `,
  deferred: String.raw`
    deferred\b, postponed\b, on hold\b, paused\b, later\b, backlog\b, moved\b, transferred\b
  `,
  dropped: String.raw`
    dropped\b, cancell?ed\b, abandoned\b, removed\b, rejected\b, skipped\b, obsolete\b, superseded\b,
    not applicable\b, n/a\b, won'?t
  `,
  open: String.raw`
    pending\b, not[ -]started\b, to ?do\b, todo\b, open\b, planned\b, planning\b, in[ -_]?progress\b,
    active\b, started\b, blocked\b, partial\w*\b, ready\b, wip\b, draft\b
  `,
};

export const targets: TargetWords = {
  vague: {
    praise: String.raw`
      (?:is|are|be|stays?|remains?|feels?|runs?|loads?|responds?|returns?|renders?|works?|performs?|starts?) (?:very |extremely |really |sufficiently |reasonably |blazingly? )?(?:fast|quick|instant|instantaneous|snappy|performant|scalable)(?! enough (?:to|for|that)),
      (?:fast|quick|snappy) (?:response(?! (?:code|team))|responses|loading|load times?|page loads?|search|lookups?|quer(?:y|ies)|performance|rendering|start-?up|execution),
      instant (?:responses?|loading|page loads?|lookups?|rendering|start-?up|execution), fast access,
      (?:quick|instant) access to (?:\w+ ){0,2}(?:data|records?|results?|rows?|documents?|contents?),
      (?:remains?|stays?) responsive(?! enough (?:to|for|that)), quickly, rapidly, swiftly, instantly, instantaneously,
      (?:low|minimal|acceptable|reasonable) (?:latency|response times?|time limits?),
      high(?:ly)? (?:availability|available|scalable|performant), high performance, good performance,
      acceptable performance, scales? well, in a timely manner,
      without (?:noticeable |perceptible |significant |unnecessary |undue )?(?:delays?|lag)
    `,
    names: String.raw`
      quick[- ](?:start|fix|pick|open|view|mode|check|filter|action|reference|link|win|entry|add|search (?:bar|box|field|panel)),
      (?:quick|rapid) succession, quick and dirty, rapid prototyping, instant messag\w+,
      (?:quickly|rapidly) (?:chang|evolv|grow|expand|becom|iterat)\w*,
      users? (?:types?|clicks?|taps?|scrolls?|swipes?|press(?:es)?|switch(?:es)?) (?:[\w-]+ ){0,4}(?:quickly|rapidly|fast),
      users? (?:quickly|rapidly) (?:types?|clicks?|taps?|scrolls?|swipes?|press(?:es)?|switch(?:es)?),
      fast[- ](?:path|forward|mode|track|fail), fail(?:s|ing)?[- ](?:fast|quickly),
      responsive (?:design|layout|grid|breakpoints?),
      (?:find|locate|identify|navigate|understand|learn|scan|reproduce|see|spot|access|switch|iterate|onboard)\w* (?:\w+ ){0,3}quickly,
      quickly (?:find|locate|identify|navigate|understand|learn|scan|see|spot|access|switch|iterate|onboard)\w*
    `,
  },
  bounds: {
    atMost: `
      no (?:more|longer|greater|slower|higher) than, not (?:more|longer|greater|slower|higher) than,
      not exceed(?:ing)?, never exceeds?, does not exceed, at most, up to, max(?:imum)?(?: of)?, capped at,
      limited to, within, in no more than, not over, not above
    `,
    below: "under, below, less than, lower than, fewer than, faster than, shorter than, sub",
    atLeast: `
      at least, no (?:less|fewer|lower) than, not (?:less|fewer|lower|below|under) than, min(?:imum)?(?: of)?
    `,
    above: "over, above, more than, greater than, higher than, longer than, exceeds?, exceeding, beyond",
    about: String.raw`about, around, approximately, approx\.?, roughly, circa, nearly, almost`,
    orLess: "(?:or|and) (?:less|fewer|lower|faster|below|under), max, maximum",
    orMore: "(?:or|and) (?:more|higher|greater|above|over), minimum",
  },
  required: "shall, must, should",
  headings: {
    current: "current (?:state|performance|metrics)",
    baseline: String.raw`\bbaselines?\b, ^(?:performance )?before\b, \(before\), \bas-is\b`,
    result: "results?, measured, measurements, achieved, actuals?",
    target: String.raw`
      \b(?:targets?|goals?|objectives?|slos?|slas?|success (?:criteria|metrics)|non-functional|nfrs?|performance requirements?)\b,
      \(after\)
    `,
    criterion: String.raw`\bacceptance criteria\b, ^requirement:`,
    test: "test(?:s|ing)? (?:plan|cases?|strategy|scenarios?), test plan, verification",
    example: String.raw`
      ^(?:bad|poor|vague|weak) (?:examples?|requirements?|criteria|scenarios?)\b, \banti-?patterns?\b, \bwhat not to\b
    `,
    part: String.raw`
      phase, milestone, iteration, sprint, mvp, interim, stretch, stage, fallback, degraded, cold, optional,
      alternative, option, minimum, worst, v\d
    `,
  },
  labels: {
    load: "(?:load|stress|soak|spike|performance) tests?",
    alert: "alerts?, alarms?, alerting, alert (?:rules?|thresholds?)",
    current: "current, currently, existing, as-is, today",
    baseline: "before, baseline, previous, previously",
    target: String.raw`after, (?:[\p{L}-]+ ){0,3}(?:targets?|goals?|slos?|objectives?), target [\p{L} ]+`,
    result: "actual, measured, achieved, results?, observed, measurement, performance results?",
    text: `
      rationale, why, note, notes, example, examples, preview, context, problem, risk, impact, effort,
      estimate[ds]?, timeline, priority
    `,
    criterion: "response measures?, fit criteri(?:on|a)",
    example: "(?:bad|poor|vague|weak|wrong|untestable)(?: example)?",
    test: "tests?, test plan, test cases?, given, when, then, verify, verification, validation",
  },
  columns: {
    current: "current, today, as-is",
    baseline: "baseline, before, old, previous, existing, original",
    target: "target, goal, after, objective, slo, threshold, required, requirement, proposed, desired, to-be",
    result: "actual, measured, achieved, result, observed",
    alert: "alerts?",
    criterion: "response measures?, fit criteri(?:on|a), acceptance criteri(?:on|a)",
    example: "bad, poor, vague, weak, instead of",
    change: "improvement, change, delta, difference, diff, reduction, gain, speed-?up, savings?",
    plain: "state, value, time, metrics?, performance, rate, optimi[sz]ed, current",
  },
  fillers: `
    a, an, the, of, for, to, in, on, is, are, be, been, was, were, must, shall, should, will, would, can,
    could, may, might, has, have, had, do, does, and, or, with, by, per, each, all, any, every, its, it,
    their, our, your, this, that, these, those, from, at, as, so, than, then, given, when, where, while, if,
    target, targets, goal, goals, objective, baseline, before, after, current, currently, actual, measured,
    result, results, slo, sla, requirement, criterion, criteria, value, expected, expect, expects, verify,
    verifies, ensure, ensures, ensured, assert, asserts, check, checks, keep, keeps, stay, stays, remain,
    remains, reach, reaches, achieve, achieves, maintain, maintains, meet, meets, within, under, over, below,
    above, least, most, less, more, up, max, min, maximum, minimum, about, around, approximately, not,
    no, never, exceed, exceeds, p0, p1, p2, p3, p4, total, overall, typical, performance, test, tests,
    load-test, system, application, service, user-facing, alert, alerts, alarm, alarms, we, user, users, see,
    sees, get, gets, sustained, ran, recorded, reached, stayed, held, percentile, median, average, avg, mean
  `,
  nouns: {
    time: `
      time, times, latency, latencies, duration, response, responses, respond, responds, take, takes, took,
      complete, completes, completed, finish, finishes, return, returns, returned, speed, execution, runtime,
      run, runs, second, seconds
    `,
    rate: `
      throughput, handle, handles, support, supports, sustain, sustains, process, processes, serve, serves,
      peak, load, stress, rate, request, requests, req, capacity
    `,
    share: "rate, rates, ratio, percentage, percent, share",
    count: "handle, handles, support, supports, sustain, sustains, serve, serves, concurrent, number, count",
    size: "size, sizes, footprint",
    money: "cost, costs, price, spend",
  },
  better: {
    less: String.raw`
      tokens?, clicks?, round[- ]?trips?, quer(?:y|ies), errors?, warnings?, bugs?, defects?, incidents?,
      tickets?, complaints?, alerts?, outages?, vulnerabilit\w+, duplicat\w+, violations?, memory, heap, rss,
      ram, cpu, bundle, package, payload, binary, artifact, image, download, complexity, boilerplate, effort,
      toil, wait\w*, delays?, lag, timeline, cost, spend, downtime, crash\w*, retr(?:y|ies), allocations?,
      weight, backlog, bounce, churn, abandon\w*, re-?renders?
    `,
    more: String.raw`
      scores?, rating, nps, csat, satisfaction, coverage, accuracy, precision, recall, f1, auroc, auc,
      throughput, bandwidth, speed, fps, conversion, adoption, engagement, availability, uptime, reliability,
      success, revenue, mrr, arr, income, profit, automat\w+, automation, offload, completion, pass,
      productivity, security, documentation, quality
    `,
  },
  timers: String.raw`
    time-?outs?, \bttls?\b, expir, interval, retention, retain, back-?off, debounc, throttl, cool-?down,
    \bwindow, \bpoll, schedul, \bcron\b, \bsession, \blease, \block, \btoken, \bvideo, deadline, \beffort,
    estimate, sprint, budget, rotat, lifetime, \bgrace, \bkeep, retr(?:y|ies), \bwait, \bdelay, \bevery\b,
    uptime, \bold(?:er)?\b, \bage\b, history, backup, \brpo\b, mtbf, reminder, notice, \btrial, \bperiod,
    cache (?:entr|for|valid), \bstale, \bidle, time-?frame, time-?line, rolling, payback, investment
  `,
  answers: String.raw`
    response, respond, latenc, \bapi\b, request, quer(?:y|ies), (?:page|initial|first|screen|app) loads?,
    loads? (?:time|in|within|under), load time, endpoint, lookup, search, render, round[- ]?trip, ttfb,
    \blcp\b, \bfcp\b, \binp\b, time to interactive, read, write, fetch, returns?\b, p\d\d
  `,
  people: `
    users?, customers?, admins?, administrators?, operators?, developers?, engineers?, authors?, editors?,
    visitors?, members?, managers?, students?, teachers?, readers?, reviewers?, staff, teams?, people, someone
  `,
};

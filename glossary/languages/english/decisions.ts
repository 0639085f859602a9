/** English words of decision records. */
import type { DecisionWords } from "../language.ts";

export const adr: DecisionWords = {
  sections: {
    afterthought: `
      deprecation, deprecated, withdrawal, withdrawn, supersession, superseded, superseded by,
      rationale for change, reason for change, reasons for change, change log, changelog, revision history,
      history, amendments, updates, non-goals, non goals, out of scope
    `,
    references: `
      related, references, reference, links, see also, further reading, more information, resources,
      appendix, notes, glossary, artifacts, ^tags$, license, licence, copyright, ^documentation$, sources, bibliography
    `,
    rationale: `
      rationale, rationales, reasoning, reason, reasons, justification, justifications, motivation, ^why,
      ^argument, ^arguments$, ^factors, key factors, decision factors, ^explanation$, basis for decision,
      basis of decision, basis for the decision, ^motivations
    `,
    outcome: `
      decision outcome, chosen option, selected option, chosen solution, proposed solution, ^chosen
    `,
    drivers: `
      drivers, driver, criteria, criterion, requirements, constraints, constraint, assumptions, forces,
      ^goals, goals$, principles, considerations, desiderata, ^objectives
    `,
    alternatives: `
      considered options, options considered, options, option, alternatives, alternative, positions,
      candidates, pros and cons, pros & cons, pros/cons, solution space, other approaches,
      approaches considered, considered approaches, choices, competition, prior art, comparison
    `,
    consequences: `
      consequences, consequence, implications, implication, impact, impacts, trade-offs, tradeoffs,
      trade-off, tradeoff, trade offs, risks, risk, drawbacks, effects, side effects, ^positive$,
      ^negative$, ^neutral$, ramifications, repercussions, liabilities, known issues, known limitations, limitations, caveats,
      future development, future work, follow-ups
    `,
    benefits: "benefits, benefit, advantages, ^pros$",
    context: `
      context, problem, problems, issue, issues, background, need, situation, current state,
      problem statement, prologue, use case, use cases, challenge, challenges, user story, question,
      root cause, pain points
    `,
    status: "^status, ^current status",
    date: "^date, ^start date",
    deciders: "deciders, decider, decision makers, decision-makers, decision maker, ^authors, ^author",
    decision: `
      decision, decisions, decided, outcome, chosen, proposal, proposed, solution,
      conclusion, recommendation, resolution, approach, our choice, verdict
    `,
  },
  joining: "and, the, of, for, our, with, its",
  reasonLabels: `
    rationale, why, why not, reason, reasons, reasoning, justification, rejected because, why rejected,
    why not chosen, rejected, not chosen, rejection reason, reason for rejection, motivation, because
  `,
  statuses: {
    draft: `
      draft, idea, wip, work in progress, in progress, stub, on hold, provisional, open, stagnant, deferred,
      paused, postponed, under construction, experimental, experiment, trial, parked, blocked, suspended,
      shelved, ongoing, in development, in preparation, being written, unfinished
    `,
    proposed: `
      proposed, proposal, pending, review, in review, under review, in discussion, discussion, last call,
      rfc, request for comments, ready for review, ready for implementation, candidate, requested,
      awaiting approval, undecided, implementable, planned, under discussion, needs discussion, needs review,
      for discussion, for review, tentative, awaiting review, awaiting decision, to be decided, open for comments,
      under consideration, under evaluation, in evaluation, submitted, needs decision, to be discussed
    `,
    accepted: `
      accepted, approved, agreed, adopted, decided, active, final, living, ratified, in force, confirmed,
      done, current, resolved, amended, valid, in effect, enacted, stable, standard, endorsed, effective,
      signed off, settled, finalized, finalised, in use, concluded
    `,
    implemented: `
      implemented, completed, complete, released, deployed, shipped, live, rolled out, in production, merged,
      finished
    `,
    rejected: `
      rejected, declined, withdrawn, abandoned, cancelled, canceled, closed, dropped, not accepted, wontfix,
      revoked, discarded, reverted
    `,
    deprecated: `
      deprecated, obsolete, obsoleted, retired, outdated, expired, archived, historic, historical, inactive
    `,
    superseded: `
      superseded, superceded, superseeded, partly superseded, partially superseded, replaced, replaced by,
      partly superceded, moved
    `,
  },
  negations: String.raw`(?:un|in|im|il|ir|non|dis|de|mis|no|not)-?\p{L}+`,
  signposts: `
    moved, sign-?post, kept (?:only )?for (?:its|the|their) history, redirects?(?: to)?, can be found,
    link to (?:this|the) (?:record|adr|decision), kept in private, (?:was|were|been) (?:merged|split|renamed) in?to,
    lives? (?:in|at|on), no longer (?:kept|here)
  `,
  qualifiers: String.raw`
    (?!(?:previous|former|original|initial|near|hard|bare|unofficial)ly)\p{L}{2,}ly, in part, in principle,
    still, now, already, de facto, pre, semi, self
  `,
  unfinished:
    "by, with, and, or, but, of, the, to, for, in, on, a, an, since, from, until, see, as, not, only",
  relations: {
    supersedes: "supersedes, supercedes, superseeds, replaces, obsoletes",
    supersededBy: `
      superseded by, superceded by, superseeded by, replaced by, obsoleted by, superseded-by, superseded_by,
      superseded with, see instead, superseded in, moved to
    `,
    amends: "amends, updates adr, extends adr",
    amendedBy: "amended by, updated by, extended by",
    labels: "supersed, superced, replace, amend, obsolete",
  },
  reasons: {
    because: `
      because, due to, in order to, so that, so as to, therefore, thus, hence, consequently, as a result,
      that's why, that is why, this is why, which is why, in light of, given that, given the,
      for the following reasons, for this reason, for these reasons, the reason, reasons are, reason is,
      reason being, the following advantages, advantage of, advantages of, benefit of, the benefits,
      thereby, owing to, thanks to, on the grounds, for the sake of, considering that, rather than,
      instead of, so we, so they, so users, so it, as this, as it, as we, as they, as there, motivated by,
      driven by, based on the, without it, without this, without that, without them, without these, or else, lest, that way, this way, in this way, otherwise, so as not to, in case, so the,
      so our, so there, so every, so each, so all, so no, so nobody, so nothing
    `,
    purposes: {
      leads: "to, to better",
      verbs: `
        avoid, reduce, keep, ensure, minimise, minimize, maximise, maximize, simplify, prevent, allow,
        enable, make, help, improve, support, maintain, remove, limit, protect, save, speed, ease, increase,
        decrease, facilitate, achieve, preserve, guarantee, concentrate, replicate, lower, eliminate,
        mitigate, comply, conform, benefit, leverage, gain, encourage, optimise, optimize, not, provide the,
        provide a, give us, get rid, stay, retain, accommodate, decouple
      `,
    },
    gains: {
      subjects: "this, these, it, that, which, they, this also, it also, which also",
      verbs: `
        avoids, allows, prevents, enables, ensures, reduces, improves, simplifies, gives, provides, helps,
        makes, means, lets, saves, preserves, lowers, eliminates, removes, offers, keeps, protects,
        supports, would allow, will allow, would make, will make, would give, will give, will let,
        will enable, will help, will ensure, will reduce, will simplify, will avoid, will prevent,
        will provide
      `,
    },
    patterns: String.raw`
      (?<!\p{L})since(?!\p{L})(?!\s+(?:v?\d|version|then|release|the (?:beginning|start|release)|last|early|late))
    `,
    concluding: "therefore, thus, hence, consequently, as a result, th(?:at|is)(?:['’]s| is) why",
    vacuous: `
      it works, it just works, it is the best, it's the best, it fits best, it is best, resolves all forces,
      it resolves all forces, comes out best, it comes out best, of reasons, reasons, of this reason,
      of this gain, of this cost, why not, we like it, we want to, we wanted to, it is better, it's better,
      it is good, it's good, we said so
    `,
    pointers: `
      can be found in, can be found at, can be found here, see the discussion, is described in,
      as described in, is documented in, refer to, see above, see below, inherits
    `,
    weighing: `
      better, faster, easier, simpler, cheaper, safer, cleaner, best, suits, suited, suitable, fits,
      preferable, preferred, than, however, although, already, too, enough, sufficient, unnecessary
    `,
    arguing: `
      we, our, us, i, team, users, developers, problem, problems, issue, issues, difficult, challenge,
      limitation, limitations, drawback, drawbacks, expensive, slow, benefit, benefits, advantage,
      advantages, decided, chose, chosen, choose, choice, prefer, preferred, selected, adopted, considered,
      alternative, alternatives, currently, today, motivation, goal, cost, costs
    `,
    deciding: `
      we, our, i, is used, are used, was used, chose, chosen, decide, decided, decision, decisions, prefer,
      preferred, adopt, adopted, instead of, rather than, picked, select, selected, opted, settled, choice,
      this design, this approach, this proposal, rejected, discarded
    `,
  },
  options: {
    rejected: "rejected, not chosen, discarded, ruled out, dismissed",
    because: "because, since, due to, as it",
    headings: "pros?, cons?, advantages?, disadvantages?, strengths?, weaknesses, benefits?, drawbacks?",
    scores: "good, bad, neutral",
    marks: "pro, con",
    chosen: "chosen option",
    several: String.raw`
      all, both, none, neither, any, each, several, multiple, hybrid, mixed, combin\p{L}+, (?:a|the) (?:combination|mix|mixture|hybrid|set|prioriti[sz]ed\s\p{L}+), options? \w+ (?:and|&|\+) \w+
    `,
    reasonBehind: "because, since, as it, in order, due to, for the",
    behindQuote: "because, since, for, due, in, with, using, and",
    scoreBehind: "because, as",
  },
  placeholders: {
    lines: String.raw`
      none, nothing, not applicable, ongoing, pending, no response,
      to be (?:written|confirmed|defined|decided|determined|done|completed|added|filled|discussed|announced|documented|described|provided)\b.{0,80},
      (?:coming|more) (?:soon|to come)
    `,
    sentences: `
      what is the issue that were seeing that is motivating this decision or change,
      what is the change that were proposing andor doing,
      what is the change that were actually proposing or doing,
      what becomes easier or more difficult to do and any risks introduced by the change that will need to be mitigated,
      what becomes easier or more difficult to do because of this change,
      the issue motivating this decision and any context that influences or constrains the decision,
      the change that were proposing or have agreed to implement,
      what becomes easier or more difficult to do and any risks introduced by this change,
      what is the status such as proposed accepted rejected deprecated superseded etc,
      discuss and go into detail, describe the context and problem statement, describe the context,
      describe the decision, describe the consequences, describe the problem, explain why,
      explain the decision, this is where you describe the context, what did we decide, whats the situation,
      whats the impact, whats the problem, why did we decide this, why this decision, context goes here,
      decision goes here, consequences go here, your text here, write here, insert text here, placeholder,
      example, description
    `,
    answers: "none, n/a, na, not applicable, nothing, no response",
    firstRecord: `
      we need to record the architectural decisions made on this project,
      we will use architecture decision records, see michael nygard s article
    `,
    guidance: `
      this (?:section|part|field|heading|template), these (?:sections|fields), (?:describe|explain|list|state|summari[sz]e) here,
      (?:replace|delete|remove|fill in) this
    `,
  },
  files: {
    folders: `
      decisions?, decision[-_ ]?(?:records?|logs?),
      (?:(?:arch|architect(?:ure|ural)|design|technical|tech|engineering)[-_ ])?decisions?(?:[-_ ](?:records?|logs?))?,
      architecture[-_ ]decision[-_ ]records?
    `,
    log: `
      (?:(?:architect(?:ure|ural)|design|technical|tech|key|project)[-_ ])?decisions?(?:[-_ ](?:log|records?))?
    `,
    templates: "templates, templed, skeleton, boilerplate",
    templateOf: `
      architect(?:ure|ural), decisions?, records?, logs?, full, long, short, minimal, simple, bare
    `,
    minutes: "minutes, meeting, notes, agenda",
  },
  forExample: String.raw`for example, e\.g\., for instance`,
  former:
    "former(?:ly)?, previous(?:ly)?, (?:old|retired|removed|withdrawn|deleted|dropped|obsolete|erstwhile), renumbered from, known as, ex",
  aboutRecords: "decisions?, records?",
  decides: "we, will, use[sd]?, using, decided?, decision, instead of, chosen?, adopt(?:ed)?, keep",
  numbered: "Decision",
  columns: {
    title: "title, name, decision, subject, description, summary, topic",
    status: "status, state",
    date: "date, decided",
  },
  fields: {
    statusCell: "status",
    statusLine: "status, state",
    notStatus: "mapping, code, sync, update, machine, transition, report, tracking, field, page, check",
  },
  log: {
    above: String.raw`
      (?:architect(?:ure|ural)|design|technical|key|system)\s+(?:design\s+)?decisions?,
      decision (?:log|records?)
    `,
    elsewhere: String.raw`
      related, references?, existing, dependenc\w*, see also, documentation, links, relevant, impacted,
      affected
    `,
    notTitles: `
      content, compliance, update, updates, status, impact, reference, review, changes?, created, template
    `,
  },
  specifies: `
    abstract, specification, schema, protocol, interface, api, data model, (?:message |file )?format,
    component description, serializations?, serialisations?, semantics, syntax, parameters, fields, properties,
    endpoints?, payload, data (?:structures?|types?)
  `,
  head: "tl;? ?dr, (?:adr |document )?(?:metadata|information), summary, abstract",
  givenUp: {
    by: "superseded, superceded, replaced, obsoleted",
    alone: "superseded, deprecated, rejected, withdrawn",
  },
};

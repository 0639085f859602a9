/** Validation of performance in the layouts of SpecWeave, spec-kit and OpenSpec, each in words of its own. */

import { expect, it } from "vitest";
import { RULES } from "../../glossary/rules.ts";
import { findIncrements, performanceReport } from "../../glossary/target/performance/performance.ts";
import { isRead } from "../../glossary/workspace/workspace.ts";
import { rethrow, workspace } from "../fixture.ts";
import { parseSql } from "../sql.ts";

const SPECWEAVE = `
-- .specweave/increments/0012-search/spec.md --
# Search

- [ ] **AC-US1-01**: The search endpoint answers within 150 ms at P95 with 200 requests per second
- [ ] **AC-US1-02**: At least 85 % of lookups are cache hits
- [ ] **AC-US1-03**: 200 requests/s are sustained for 15 minutes
-- .specweave/increments/0012-search/plan.md --
# Plan

\`\`\`sql
CREATE TABLE products (id BIGINT PRIMARY KEY, shop_id BIGINT);
CREATE INDEX idx_products_shop ON products (shop_id);
SELECT * FROM products WHERE shop_id = $1;
\`\`\`

| Signal | Alert |
|---|---|
| search P95 | > 140 ms for 5 min |
-- .specweave/increments/0012-search/tasks.md --
# Tasks

### T-001: Load test with k6
**Status**: [x] completed

Result: 214 requests/s sustained, P95 131 ms, cache hit rate 88 %

### T-002: Traces to Honeycomb
**Status**: [x] completed

### T-003: Alarms
**Status**: [ ] pending
`;

const SPEC_KIT = `
-- specs/003-tickets/spec.md --
# Feature Specification: Tickets

- **SC-001**: 99% of seat requests are answered in less than 400 ms
- **SC-002**: Seat maps come from the cache as a rule
-- specs/003-tickets/plan.md --
# Implementation Plan: Tickets

**Storage**: PostgreSQL
**Performance Goals**: 600 req/s, P99 below 400 ms

Seats are \`SELECT * FROM seats WHERE event_id = ?\`.
-- specs/003-tickets/tasks.md --
# Tasks

- [X] T020 Run Locust with 5,000 virtual users: measured 640 req/s, P99 470 ms
- [ ] T021 [P] Export traces with OpenTelemetry
- [ ] T022 Page the engineer on duty via PagerDuty when P99 exceeds 400 ms for 10 min
`;

const OPEN_SPEC = `
-- openspec/changes/faster-feed/proposal.md --
## Why
The feed takes 2.1 s at P95.

## What Changes
- No APM: the platform team has its own
-- openspec/changes/faster-feed/design.md --
## Decisions
- Load tests are out of scope: ten users at most.

## Results

| Metric | Required | Measured |
|---|---|---|
| Feed P95 | < 600 ms | 480 ms |
| Hit rate | ≥ 70 % | 64 % |
-- openspec/changes/faster-feed/specs/feed/spec.md --
## MODIFIED Requirements

### Requirement: Feed page
The system SHALL return a feed page within 600 ms at the 95th percentile.

#### Scenario: Warm cache
- **WHEN** a reader opens the feed
- **THEN** at least 70 % of the pages are cache hits
-- openspec/changes/faster-feed/tasks.md --
## 1. Backend
- [x] 1.1 Add index on (author_id, created_at)
- [ ] 1.2 Alarm when the P95 of the feed is above 600 ms
`;

const CASES: readonly (readonly [layout: string, word: string, source: string, states: string])[] = [
  ["SpecWeave", "0012", SPECWEAVE, "pass pass pass pass pass planned"],
  ["spec-kit", "003", SPEC_KIT, "pass fail unknown fail planned planned"],
  ["OpenSpec", "faster-feed", OPEN_SPEC, "n/a pass fail pass n/a planned"],
];

/** Load test, latency, cache hit rate, queries, APM, alerts. */
for (const [layout, word, source, states] of CASES) {
  it(`${layout}: ${states}`, () => {
    const { snapshot } = workspace(source, { bring: { parseSql } });
    const [found] = findIncrements(snapshot, word);
    const pages = [...snapshot.pages.values()].filter(isRead);
    const report = found && performanceReport(RULES, snapshot, found.folder, pages, rethrow);
    expect(report?.checks.map(({ state }) => state).join(" ")).toBe(states);
  });
}

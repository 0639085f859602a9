import { describe, expect, it } from "vitest";
import { isAcronym, nameKey, parseNames, splitNames } from "../../glossary/terms/model/term.ts";

describe("parseNames", () => {
  const TITLES: Readonly<Record<string, readonly string[]>> = {
    API: ["API"],
    "API (Application Programming Interface)": ["API", "Application Programming Interface"],
    "Kubernetes (K8s)": ["Kubernetes", "K8s"],
    "Function as a Service (FaaS)": ["Function as a Service", "FaaS"],
    "Acceptance Criteria (AC)": ["Acceptance Criteria", "AC"],
    "E2E (End-to-End) Testing": ["E2E Testing", "End-to-End Testing"],
    "Infrastructure as Code (IaC)": ["Infrastructure as Code", "IaC"],
    "CI/CD (Continuous Integration/Continuous Deployment)": [
      "CI/CD",
      "Continuous Integration/Continuous Deployment",
    ],
    "CI/CD": ["CI/CD"],
    "SLI, SLO, SLA": ["SLI", "SLO", "SLA"],
    "Epics, stories and tasks": ["Epics, stories and tasks"],
    "Living Docs Sync (v0.18.0+)": ["Living Docs Sync"],
    "SOLID Principles (coming soon)": ["SOLID Principles"],
    "Redux (coming soon)": ["Redux"],
    "Cache (see also CDN)": ["Cache"],
    "Session (web)": ["Session"],
    "FDA (Food and Drug Administration) - Medical Device Regulation": ["FDA", "Food and Drug Administration"],
    "**CDN** (`Content Delivery Network`)": ["CDN", "Content Delivery Network"],
    "🚀 Deployment": ["Deployment"],
    "Branch Strategies:": ["Branch Strategies"],
    "  Idempotency   Key ": ["Idempotency Key"],
    "Node.js": ["Node.js"],
    "C++": ["C++"],
    ".NET": [".NET"],
    "- #general": ["#general"],
    user_id: ["user_id"],
    "_Saga_ `x_y`": ["Saga x_y"],
    可观测性: ["可观测性"],
    "云原生（Cloud Native）": ["云原生", "Cloud Native"],
    "双向传输层安全性协议（mTLS）": ["双向传输层安全性协议", "mTLS"],
    "ポータビリティ(可搬性)": ["ポータビリティ", "可搬性"],
    "会话 (web)": ["会话"],
    "XML (Extensible Markup Language)": ["XML", "Extensible Markup Language"],
    "BCC (in bulk emails)": ["BCC"],
    "Ship (aka Vessel, Boat)": ["Ship", "Vessel", "Boat"],
    "Ship (also known as “Vessel”)": ["Ship", "Vessel"],
    "Ship, a.k.a. vessel": ["Ship", "vessel"],
    "Ship aka": ["Ship aka"],
    "Role (formerly: Group)": ["Role", "Group"],
    "(Draft)": ["Draft"],
    "": [],
    "***": [],
    "()": [],
    "(?)": [],
    "A (b) (c)": ["A (b) (c)"],
    constructor: ["constructor"],
    __proto__: ["proto"],
  };
  for (const [title, names] of Object.entries(TITLES)) {
    it(JSON.stringify(title), () => expect(parseNames(title)).toEqual(names));
  }
});

it("takes no wall of text for a name", () => {
  expect(parseNames(`a${" -".repeat(50_000)}x`)).toEqual([]);
});

describe("splitNames", () => {
  const LISTS: Readonly<Record<string, readonly string[]>> = {
    "Bill, payment request": ["Bill", "payment request"],
    'client, "purchaser" (in copy); user.': ["client", "purchaser", "user"],
    "端末、タブレット；画面": ["端末", "タブレット", "画面"],
    "`a` / **b** | c": ["a", "b", "c"],
    "CI/CD or pipeline": ["CI/CD", "pipeline"],
    "Terms and Conditions": ["Terms and Conditions"],
    "x, X, x-": ["x"],
    "—": [],
    "n/a": [],
    none: [],
    "anything that a reader could take for the name of another thing": [],
    "": [],
  };
  for (const [list, names] of Object.entries(LISTS)) {
    it(JSON.stringify(list), () => expect(splitNames(list)).toEqual(names));
  }
});

describe("isAcronym", () => {
  const YES = ["API", "APIs", "CI/CD", "S3X", "E2E", "ADR", "WIP", "HTTP/2A", "R&D", "ÄÖ"];
  const NO = ["A", "S3", "Api", "OAuth2", "K8s", "REST API", "rest", "", "42", "1.0", "CLOUDCOMPUTINGS"];
  it.each(YES)("%s is one", (name) => expect(isAcronym(name)).toBe(true));
  it.each(NO)("%s is none", (name) => expect(isAcronym(name)).toBe(false));
});

describe("nameKey", () => {
  const SAME = [
    ["Idempotency Key", "idempotency-key", "IDEMPOTENCY  KEY", "idempotency_key", "idempotency\u2011key"],
    ["Café", "cafe", "CAFE\u0301"],
    ["ＡＰＩ", "api"],
  ];
  it.each(SAME)("%s is the same as %s", (...names) => {
    expect(new Set(names.map(nameKey)).size).toBe(1);
  });
  it("keeps names apart", () => {
    expect(nameKey("C")).not.toBe(nameKey("C++"));
    expect(nameKey("Node.js")).not.toBe(nameKey("Node js"));
  });
});

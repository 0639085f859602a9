import { describe, expect, it } from "vitest";
import { incrementPlace, LAYOUT_FILES } from "../../glossary/increment/layouts/layouts.ts";

/** Path, then layout, role, number and suffix, shelf. */
const PLACES: readonly (readonly [path: string, place: string])[] = [
  [".specweave/increments/0047-linkage/spec.md", "specweave spec 47 live"],
  [".specweave/increments/0047-linkage/plan.md", "specweave plan 47 live"],
  [".specweave/increments/0047-linkage/tasks.md", "specweave tasks 47 live"],
  [".specweave/increments/0047-linkage/rubric.md", "specweave rubric 47 live"],
  [".specweave/increments/0047-linkage/metadata.json", "specweave metadata 47 live"],
  [".specweave/increments/0047-linkage/notes.md", "specweave other 47 live"],
  [".specweave/increments/0047-linkage/reports/result.md", "specweave report 47 live"],
  [".specweave/increments/_archive/0047-linkage/reports/a/reports/spec.md", "specweave report 47 archived"],
  ["increments/0047E-linkage/spec.md", "specweave spec 47E live"],
  [".specweave/increments/_archive/0003-x/tasks.md", "specweave tasks 3 archived"],
  [".specweave/archive/increments/0003-x/tasks.md", "specweave tasks 3 archived"],
  [".specweave/increments/_abandoned/0004-x/spec.md", "specweave spec 4 abandoned"],
  [".specweave/increments/_paused/0005-x/spec.md", "specweave spec 5 paused"],
  [".specweave/increments/_working/0006-x/spec.md", "specweave spec 6 working"],
  ["specs/003-photos/spec.md", "spec-kit spec 3 live"],
  ["specs/003-photos/tasks.md", "spec-kit tasks 3 live"],
  ["specs/003-photos/research.md", "spec-kit other 3 live"],
  [".kiro/specs/login/requirements.md", "kiro spec - live"],
  [".kiro/specs/login/design.md", "kiro plan - live"],
  ["apps/web/.kiro/specs/login/tasks.md", "kiro tasks - live"],
  [".kiro/specs/login/bugfix.md", "kiro requirements - live"],
  [".kiro/specs/003-login/tasks.md", "kiro tasks - live"],
  [".kiro/specs/_archived/login/tasks.md", "kiro tasks - archived"],
  [".kiro/specs/completed/2025/login/tasks.md", "kiro tasks - archived"],
  ["openspec/changes/add-login/proposal.md", "openspec spec - live"],
  ["openspec/changes/add-login/design.md", "openspec plan - live"],
  ["openspec/changes/add-login/tasks.md", "openspec tasks - live"],
  ["openspec/changes/add-login/specs/auth/spec.md", "openspec requirements - live"],
  ["openspec/changes/archive/2026-01-02-add-login/tasks.md", "openspec tasks - archived"],
  ["openspec/specs/auth/spec.md", "openspec requirements - live"],
  [".specweave/docs/internal/specs/web/FS-047/us-001-title.md", "specweave copy 47 live"],
  [".specweave/docs/internal/specs/_features/FS-047/FEATURE.md", "specweave copy 47 live"],
  [".specweave/docs/internal/specs/_features/_archive/FS-001/FEATURE.md", "specweave copy 1 archived"],
  [".specweave/config.json", "specweave configuration - live"],
  ["packages/web/.specweave/config.json", "specweave configuration - live"],
  [".specweave/docs/internal/specs/web/FS-25-11-18/README.md", "specweave copy - live"],
];

describe("a path", () => {
  for (const [path, place] of PLACES)
    it(`${path} is ${place}`, () => {
      const found = incrementPlace(path);
      const number = found?.number === undefined ? "-" : `${found.number}${found.suffix}`;
      expect([found?.layout, found?.role, number, found?.shelf].join(" ")).toBe(place);
    });

  for (const path of [
    "README.md",
    "docs/increments.md",
    ".specweave/increments/README.md",
    ".specweave/increments/0047-linkage/scripts/notes.md",
    ".specweave/increments/0047-linkage/reports/metadata.json",
    ".specweave/increments/reports/result.md",
    ".specweave/increments/0047-linkage/logs/run.json",
    ".specweave/increments/_archive/README.md",
    "specs/README.md",
    "specs/auth/spec.md",
    "openspec/AGENTS.md",
    ".kiro/specs/README.md",
    ".kiro/specs/tasks.md",
    ".kiro/specs/login/notes.md",
    ".kiro/steering/tasks.md",
    ".kiro/settings/templates/specs/requirements.md",
    "docs/specs/003/notes.txt",
    "src/FS-047/FEATURE.md",
  ])
    it(`${path} belongs to no increment`, () => {
      expect(incrementPlace(path)).toBeUndefined();
    });

  it("of an increment names its folder", () => {
    expect(incrementPlace("a/.specweave/increments/_archive/0003-x/spec.md")).toMatchObject({
      unit: "a/.specweave/increments/_archive/0003-x",
      name: "0003-x",
    });
    expect(incrementPlace("openspec/changes/add-login/specs/auth/spec.md")).toMatchObject({
      unit: "openspec/changes/add-login",
      name: "add-login",
    });
  });
});

describe("JSON files", () => {
  for (const [path, read] of [
    [".specweave/increments/0001-a/metadata.json", true],
    [".specweave/increments/_archive/0001-a/metadata.json", true],
    [".specweave/config.json", true],
    ["packages/web/.specweave/config.json", true],
    ["config.json", false],
    ["metadata.json", false],
    ["specs/001-a/metadata.json", false],
    [".specweave/increments/0001-a/package.json", false],
  ] as const)
    it(`${path} is ${read ? "" : "not "}read`, () => {
      expect(LAYOUT_FILES.some((one) => one.is(path))).toBe(read);
    });
});

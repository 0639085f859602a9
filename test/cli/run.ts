/** Runs the command line as a process. */
import { execFile } from "node:child_process";
import { resolve } from "node:path";
import { BUNDLES } from "../bundles.ts";
import { parseFixture } from "../fixture.ts";
import { temporaryFolder } from "../folder.ts";

export const CLI = resolve(BUNDLES, "cli.js");

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export function run(cwd: string, ...args: readonly string[]): Promise<Outcome> {
  return new Promise((done) => {
    const options = { cwd, maxBuffer: 1 << 28 };
    const child = execFile(process.execPath, [CLI, ...args], options, (_, stdout, stderr) =>
      done({ code: child.exitCode, stdout, stderr }),
    );
  });
}

/** A repository from a fixture (see test/fixture.ts). */
export function repository(fixture: string): string {
  return temporaryFolder(parseFixture(fixture).files);
}

export const GLOSSARY = `-- docs/glossary/terms/adr.md --
---
id: adr
title: ADR (Architecture Decision Record)
category: Architecture
---

# ADR (Architecture Decision Record)

## Definition

An **ADR** records [one](https://x.example) decision.

More of it.
`;

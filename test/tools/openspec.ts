/** Runs the real OpenSpec, pinned and from npm, on many small projects in one process. */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

const { ensureTool } = (await import(
  new URL("../../scripts/tools/install.mjs", import.meta.url).href as string
)) as { ensureTool(name: string): Promise<string> };

export interface Run {
  readonly folder: string;
  /** The change to archive; without it all is validated. */
  readonly archive?: string;
}

export interface Issue {
  readonly level: "ERROR" | "WARNING" | "INFO";
  readonly path: string;
  readonly line?: number;
  readonly message: string;
}

export interface Outcome {
  readonly code: number;
  readonly said?: {
    readonly items?: readonly {
      readonly id: string;
      readonly valid: boolean;
      readonly issues: readonly Issue[];
    }[];
    readonly archive?: object | null;
    readonly status?: readonly { readonly message: string }[];
  };
  readonly failed?: string;
}

const DRIVE = resolve("scripts/tools/openspec/drive.mjs");

/** What the tool says of each; installs it where it is not there. */
export async function runOpenSpec(runs: readonly Run[]): Promise<readonly Outcome[]> {
  const tool = await ensureTool("openspec");
  const env = { ...process.env, OPENSPEC_TELEMETRY: "0", DO_NOT_TRACK: "1", CI: "1", NO_COLOR: "1" };
  const input = JSON.stringify({ tool, runs });
  return JSON.parse(
    execFileSync(process.execPath, [DRIVE], { input, env, encoding: "utf8", maxBuffer: 1 << 28 }),
  );
}

/** The command line: `spec-glossary check | terms | adr | validate | serve`. Knows nothing of LSP; `serve` starts the server's bundle. */
import { parseArgs } from "node:util";
import { SEVERITIES, type Severity } from "../glossary/index.ts";
import { ADR_FORMATS, adr } from "./cli/adr.ts";
import { check } from "./cli/check.ts";
import { INCREMENT_FORMATS } from "./cli/increment.ts";
import { tell } from "./cli/open.ts";
import { PERFORMANCE_FORMATS } from "./cli/performance.ts";
import { kept, rootOf } from "./cli/places.ts";
import { terms } from "./cli/terms.ts";
import { validate } from "./cli/validate.ts";
import { useStemmers } from "./stemmers.node.ts";

const USAGE = `Usage: spec-glossary <command>

  check [paths...] [--format pretty|json] [--fail-on error|warning|information|hint|never] [--root folder]
        [--config file] [--archived]
      Reports what is wrong in the Markdown files of a repository. Paths limit the report, not what is read.
      Archived documents are left alone; with --archived they are reported, too.
  terms [path] [--format json|pretty] [--config file]
      Lists the terms of a repository's glossary.
  adr list [path] [--format markdown|json]
      Lists the decision records of a repository.
  adr graph [path] [--format mermaid|markdown|json]
      Shows which decision supersedes or amends which.
  validate <increment> [--format pretty|json|markdown] [--fail-on error|warning|information|hint|never]
      Reports what is wrong in an increment, by its number, name or folder, archived or not.
  validate <increment> --performance [--strict] [--format pretty|json|markdown|sarif]
      Says what is recorded of the performance of an increment, by its number, name or folder.
      Exit code: 1 if a check fails; with --strict also if one is unknown or only planned.
  serve --stdio
      Starts the language server.

The repository is --root, or the folder given as the only path, or the current folder. Its configuration is --config,
or .spec-glossary.jsonc in the repository. With --cache folder, what is known of the files is kept in that folder, and
the next time only those are read that have changed.
Exit code: 0 nothing found at or above --fail-on (default: warning), 1 findings, 2 could not run or read what was named.
`;

const FORMATS = ["pretty", "json"] as const;

class UsageError extends Error {}

/** Runs a command; the exit code is the result. */
export async function main(args: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(args);
    const [command, ...paths] = positionals;
    if (values.help) return print(USAGE);
    if (values.version) return print(`${process.env.SPEC_GLOSSARY_VERSION}\n`);
    useStemmers();
    switch (command) {
      case "check": {
        const format = oneOf("--format", values.format ?? "pretty", FORMATS);
        const failOn = failOnOf(values["fail-on"]);
        const { root, only } = await rootOf(values.root, paths);
        const { archived = false } = values;
        return await check({ root, ...(await kept(values)), only, format, failOn, archived });
      }
      case "terms": {
        const format = oneOf("--format", values.format ?? "pretty", FORMATS);
        if (paths.length > 1) throw new UsageError("terms takes one path");
        const { root } = await rootOf(values.root ?? paths[0], []);
        return await terms({ root, ...(await kept(values)), format });
      }
      case "adr": {
        const [what, ...rest] = paths;
        if (what !== "list" && what !== "graph") throw new UsageError("adr takes “list” or “graph”");
        if (rest.length > 1) throw new UsageError(`adr ${what} takes one path`);
        const formats = ADR_FORMATS[what];
        const format = oneOf("--format", values.format ?? formats[0], formats);
        const { root } = await rootOf(values.root ?? rest[0], []);
        return await adr({ root, ...(await kept(values)), what, format });
      }
      case "validate": {
        const [increment, ...rest] = paths;
        if (increment === undefined || rest.length > 0) throw new UsageError("validate takes one increment");
        const { root } = await rootOf(values.root, []);
        const opening = { root, ...(await kept(values)) };
        if (values.performance) {
          const format = oneOf("--format", values.format ?? "pretty", PERFORMANCE_FORMATS);
          const what = { kind: "performance", format, strict: values.strict ?? false } as const;
          return await validate({ ...opening, increment, what });
        }
        if (values.strict) throw new UsageError("--strict goes with --performance");
        const format = oneOf("--format", values.format ?? "pretty", INCREMENT_FORMATS);
        const what = { kind: "rules", format, failOn: failOnOf(values["fail-on"]) } as const;
        return await validate({ ...opening, increment, what });
      }
      case "serve":
        if (!values.stdio) throw new UsageError("serve needs --stdio");
        // The server takes its transport from the arguments of the process; it ends the process itself.
        await import("./server.cjs" as string);
        return await new Promise<number>(() => {});
      case undefined:
        throw new UsageError("a command is missing");
      default:
        throw new UsageError(`there is no command “${command}”`);
    }
  } catch (error) {
    const { message } = error as Error;
    tell(error instanceof UsageError ? `${message}\n\n${USAGE.trimEnd()}` : message);
    return 2;
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "fail-on": { type: "string" },
        root: { type: "string" },
        config: { type: "string" },
        cache: { type: "string" },
        performance: { type: "boolean" },
        strict: { type: "boolean" },
        archived: { type: "boolean" },
        stdio: { type: "boolean" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean" },
      },
    });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new UsageError(`${option} is one of ${allowed.join(", ")}, not “${value}”`);
}

function failOnOf(value = "warning"): Severity | "never" {
  return oneOf("--fail-on", value, [...SEVERITIES, "never"] as const);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));

/** What `backlog/config.yml` says of new tasks. */
import { parse } from "yaml";

export interface BacklogDefaults {
  /** What ids begin with: `task`. */
  readonly prefix: string | undefined;
  /** How many digits a number has at least. */
  readonly digits: number | undefined;
  readonly status: string | undefined;
  readonly statuses: readonly string[];
  /** What each new task is to fulfil before it is done. */
  readonly done: readonly string[];
}

/** Reads the configuration. What is missing or of another type is as without one. Never throws. */
export function readDefaults(text: string): BacklogDefaults {
  const said = read(text);
  const prefix = said.task_prefix;
  const digits = said.zero_padded_ids;
  const status = said.default_status;
  return {
    prefix: typeof prefix === "string" && /^[a-z]+$/i.test(prefix) ? prefix : undefined,
    digits: typeof digits === "number" && digits > 0 && digits < 10 ? digits : undefined,
    status: typeof status === "string" && status !== "" ? status : undefined,
    statuses: words(said.statuses),
    done: words(said.definition_of_done),
  };
}

function words(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string" && one !== "")
    : [];
}

function read(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = parse(text, { logLevel: "silent" });
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

/** What the page of the ADR log says. */

export type FromPage =
  /** The record at this place of the list is to be opened. */
  { readonly kind: "open"; readonly index: number } | { readonly kind: "new" };

/** Reads what a page says; `undefined` for anything else. */
export function readMessage(message: unknown): FromPage | undefined {
  const { kind, index } = (message ?? {}) as Record<string, unknown>;
  if (kind === "new") return { kind };
  return kind === "open" && typeof index === "number" ? { kind, index } : undefined;
}

/** What the page of the traceability view and the extension say to each other. */

export type FromPage =
  | { readonly kind: "open"; readonly place: number }
  /** A task is wanted for a criterion. */
  | { readonly kind: "add"; readonly criterion: number }
  | { readonly kind: "choose" };

/** The content has become another. */
export interface ToPage {
  readonly kind: "content";
  readonly html: string;
}

/** Reads what a page says; `undefined` for anything else. */
export function readMessage(message: unknown): FromPage | undefined {
  const { kind, place, criterion } = (message ?? {}) as Record<string, unknown>;
  if (kind === "choose") return { kind };
  if (kind === "open" && typeof place === "number") return { kind, place };
  return kind === "add" && typeof criterion === "number" ? { kind, criterion } : undefined;
}

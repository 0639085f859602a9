/**
 * What a setting may look like. The reader of the configuration, its JSON schema and its documentation follow from
 * these shapes.
 */
export type Shape =
  | { readonly kind: "boolean" }
  /** One of these words, each with its meaning; "" where the word says it all. */
  | { readonly kind: "choice"; readonly values: Readonly<Record<string, string>> }
  /** Any text that is not empty. */
  | { readonly kind: "text" }
  /** A pattern of paths: see globs.ts. */
  | { readonly kind: "glob" }
  /** A folder or file, relative to the workspace folder. */
  | { readonly kind: "path" }
  /** A severity or `off` for each rule that is named. */
  | { readonly kind: "severities" }
  | { readonly kind: "list"; readonly of: Shape }
  /** All keys are needed. */
  | { readonly kind: "object"; readonly keys: Readonly<Record<string, Described>> };

export interface Described {
  readonly shape: Shape;
  /** Markdown, one or two sentences. */
  readonly summary: string;
}

/** A shape and the type of what is read by it, which exists for the compiler alone. */
export type ShapeOf<T> = Shape & { readonly type?: T };

export const boolean: ShapeOf<boolean> = { kind: "boolean" };
export const text: ShapeOf<string> = { kind: "text" };
export const glob: ShapeOf<string> = { kind: "glob" };
export const path: ShapeOf<string> = { kind: "path" };

/** One of a few texts; `values` says what each of them means. */
export function choice<V extends string>(values: Readonly<Record<V, string>>): ShapeOf<V> {
  return { kind: "choice", values };
}

/** A list; an item that does not fit is left out. */
export function list<T>(of: ShapeOf<T>): ShapeOf<readonly T[]> {
  return { kind: "list", of };
}

/** An object that has all of `keys` and no others; without one of them it does not count. */
export function object<K extends Readonly<Record<string, { shape: ShapeOf<unknown>; summary: string }>>>(
  keys: K,
): ShapeOf<{ readonly [N in keyof K]: TypeOf<K[N]["shape"]> }> {
  return { kind: "object", keys };
}

export type TypeOf<S> = S extends ShapeOf<infer T> ? T : never;

/** New increments, and what is added to those there are. */
import { plain } from "./answers.ts";
import type { Aim } from "./edits.ts";
import type { Fault } from "./effects.ts";
import type { View } from "./view.ts";

type Of<Do extends Aim["do"]> = Extract<Aim, { do: Do }>;

export function incrementFault(after: View, { path, layout }: Of<"new increment">): Fault | undefined {
  const known = [...after.snapshot.increments.units.values()].some(
    (one) => one.paths.includes(path) && one.layout === layout,
  );
  return known ? undefined : { property: "makes no increment", detail: path };
}

/** One more of what was wanted, and everything else as it was. */
export function addFault(
  before: View,
  after: View,
  { folder, what, layout, creates }: Of<"add">,
): Fault | undefined {
  const [was, is] = [before.snapshot.increments.at(folder), after.snapshot.increments.at(folder)];
  if (!was || !is) return { property: "loses the increment", detail: folder };
  const lists = [
    ["story", was.stories, is.stories],
    ["criterion", was.criteria, is.criteria],
    ["task", was.tasks, is.tasks],
  ] as const;
  for (const [kind, old, now] of lists) {
    const said = (all: typeof old, of: View) =>
      [...all].flatMap(([key, places]) =>
        places.map(({ path, what: one }) =>
          plain([
            key,
            path,
            one.id.text,
            one.title,
            "fields" in one
              ? one.fields.flatMap(({ label, text }) =>
                  // The first criterion of a story comes with a label.
                  what === "criterion" && label === "Acceptance Criteria" ? [] : [[label, text]],
                )
              : [],
            bodyOf(of, path, one.span).length > 0,
          ]),
        ),
      );
    const [before_, after_] = [said(old, before), said(now, after)];
    const left = new Set(after_);
    const lost = before_.find((one) => !left.has(one));
    if (lost !== undefined)
      return { property: `changes another ${kind}`, detail: `${lost} → ${plain(after_)}` };
    const more = now.size - old.size;
    if (
      kind === what &&
      more !== 1 &&
      !creates &&
      !(layout === "openspec" || (layout === "spec-kit" && what === "criterion"))
    )
      return {
        property: `adds ${more} of it`,
        detail: `${folder}: ${plain([...old.keys()])} → ${plain([...now.keys()])}`,
      };
  }
  return undefined;
}

function bodyOf(
  { world }: View,
  path: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  return (world.texts.get(path) ?? "").slice(start, end);
}

/** What archiving a change makes of the specifications in force, before anybody does it. */

import { basename } from "../../../text/paths.ts";
import type { Increment } from "../../model/increment.ts";
import type { ArchivedPage, Archiving } from "../layout.ts";
import { changeFacts } from "./changes.ts";
import { readDelta } from "./delta.ts";
import { merge } from "./merge.ts";
import { openSpecPage } from "./page.ts";
import { isChange, mainPath, rootOf } from "./places.ts";

export const OPENSPEC_ARCHIVING: Archiving = {
  changes: isChange,
  reads: (increment) => deltasOf(increment).flatMap(({ path, main }) => [path, main]),
  preview(increment, texts) {
    const mayRetire = changeFacts(increment).settings?.mayRetire ?? false;
    return deltasOf(increment).map(({ path, main, capability }): ArchivedPage => {
      const before = texts.get(main);
      const change = basename(increment.unit);
      const { text, refusal, retires, warnings } = merge(
        before,
        readDelta(texts.get(path) ?? ""),
        capability,
        change,
        mayRetire,
      );
      return {
        path: main,
        title: capability,
        before,
        after: retires ? undefined : (text ?? before),
        refusal: refusal?.why,
        warnings,
      };
    });
  },
};

function deltasOf({ unit, pages }: Increment) {
  const root = rootOf(unit);
  return [...pages].flatMap(([path, page]) => {
    const capability = openSpecPage(page)?.capability ?? "";
    return capability === "" || !isChange({ unit })
      ? []
      : [{ path, capability, main: mainPath(root, capability) }];
  });
}

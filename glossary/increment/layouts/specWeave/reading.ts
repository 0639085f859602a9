/** What pages in the layout of SpecWeave say: Markdown with ids, and two kinds of JSON. */

import { idsIn } from "../../model/ids.ts";
import { readMetadata, readProjects } from "../../model/metadata.ts";
import type { IncrementPlace } from "../../model/place.ts";
import type { Grammar, IncrementSource } from "../../model/source.ts";
import { userStory } from "../../model/stories.ts";
import { readIncrementStatus } from "../../model/words.ts";
import type { Said } from "../layout.ts";
import { mentionsIn, readWritten, unquoted } from "../written.ts";

const STRICT: Grammar = { isStrict: true };
/** People read the living docs, and SpecWeave does not. */
const COPIES: Grammar = { isStrict: false, storyOf: userStory };

export function readSpecWeave(source: IncrementSource, place: IncrementPlace): Said {
  switch (place.role) {
    case "metadata":
      return metadataSays(source, place);
    case "configuration":
      return { projects: readProjects(source.text) };
    case "report":
      return { mentions: mentionsIn(source, place) };
    default:
      return readWritten(source, place, place.role === "copy" ? COPIES : STRICT);
  }
}

function metadataSays({ text }: IncrementSource, place: IncrementPlace): Said {
  const metadata = readMetadata(text);
  const field = metadata.fields.findLast(({ key, type }) => key === "status" && type === "string");
  return {
    metadata,
    status: field && readIncrementStatus(field.value, unquoted(text, field.span), "metadata"),
    mentions: idsIn(text, { start: 0, end: text.length }, place.number),
  };
}

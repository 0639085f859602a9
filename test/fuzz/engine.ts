/** All of the engine that the fuzz knows. */
export { isClosedKind } from "../../glossary/adr/index/page.ts";
export { ANSWERING } from "../../glossary/answering.ts";
export * from "../../glossary/index.ts";
export { nameKey, parseNames } from "../../glossary/terms/model/term.ts";
export { overlaps } from "../../glossary/text/span.ts";
export { resolveLink } from "../../glossary/workspace/links/links.ts";

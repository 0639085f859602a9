/** All of the engine that the fuzz knows. */
export { DOMAINS } from "../../glossary/domains.ts";
export * from "../../glossary/index.ts";
export { nameKey, parseNames } from "../../glossary/terms/model/term.ts";
export { overlaps } from "../../glossary/text/span.ts";
export { resolveLink } from "../../glossary/workspace/links/links.ts";

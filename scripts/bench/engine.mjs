// What the benchmark measures within its own process; bundled by build.mjs.
export { AnalysisHost } from "../../glossary/analysis.ts";
export { readFile } from "../../glossary/markdown/page.ts";
export { READERS } from "../../glossary/markdown/readers.ts";
export { RULES } from "../../glossary/rules/all.ts";
export { diagnose } from "../../glossary/rules/run.ts";
export { findUses } from "../../glossary/workspace/matcher.ts";
export { wantsSql } from "../../glossary/workspace/queries.ts";
export { diskFiles } from "../../server/files.node.ts";
export { load } from "../../server/loader.ts";
export { diskStore } from "../../server/store.node.ts";

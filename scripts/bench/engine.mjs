// What the benchmark measures within its own process; bundled by build.mjs.
export { AnalysisHost } from "../../glossary/analysis.ts";
export { readFile } from "../../glossary/markdown/page.ts";
export { READERS } from "../../glossary/markdown/readers.ts";
export { wantsSql } from "../../glossary/query/index/queries.ts";
export { diagnose } from "../../glossary/rule/run.ts";
export { RULES } from "../../glossary/rules.ts";
export { findUses } from "../../glossary/terms/index/matcher.ts";
export { diskFiles } from "../../server/files.node.ts";
export { load } from "../../server/loader.ts";
export { diskStore } from "../../server/store.node.ts";

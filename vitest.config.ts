import { defineConfig } from "vitest/config";
import { viewPagesInTests } from "./scripts/lib/views.mjs";

/** Through the real processes: the server and the command line. */
const PROTOCOL = ["test/{server,cli}/**/*.test.ts", "test/*/{server,cli,metadataServer}.test.ts"];
/** On what nobody wrote as an example: real repositories, made-up and damaged texts, very long ones. */
const PROPERTY = [
  "test/**/*.corpora.test.ts",
  "test/readers.test.ts",
  "test/longRuns.test.ts",
  "test/fuzz/fuzz.test.ts",
  "test/*/{badInput,anyText,addAnywhere,malformed,incremental}.test.ts",
];

/** Against the spec tools themselves, from npm. */
const TOOLS = ["test/tools/**/*.test.ts"];

/** No test changes what others import, so that it need not be loaded for each file again. */
const common = { testTimeout: 20_000, isolate: false, setupFiles: ["test/stemmers.ts"] };
const plugins = [viewPagesInTests()];

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        plugins,
        test: {
          ...common,
          name: "unit",
          include: ["test/**/*.test.ts"],
          exclude: [...PROTOCOL, ...PROPERTY, ...TOOLS],
        },
      },
      { plugins, test: { ...common, name: "property", include: PROPERTY, exclude: PROTOCOL } },
      { test: { ...common, name: "tools", include: TOOLS } },
      { test: { ...common, name: "protocol", include: PROTOCOL, globalSetup: ["test/build.ts"] } },
    ],
  },
});

// The process around runTests, see desktop-host.mjs.
import { runTests } from "@vscode/test-electron";

try {
  process.exit(await runTests(JSON.parse(process.argv[2])));
} catch (error) {
  console.error(error.message);
  process.exit(error.code || 1);
}

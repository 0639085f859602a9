import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { root } from "./root.mjs";

/** An empty folder that is removed when the script ends. */
export function temporaryFolder(prefix) {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), prefix)));
  process.on("exit", () => {
    if (!process.env.KEEP_TEMPORARY) fs.rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  return folder;
}

/** The sample workspace as a copy, since tests write to it. */
export function sampleWorkspace() {
  const folder = path.join(temporaryFolder("workspace-"), "shop");
  fs.cpSync(path.join(root, "samples/shop"), folder, { recursive: true });
  return folder;
}

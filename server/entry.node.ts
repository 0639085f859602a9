/** The language server as a Node process, over ipc or stdio. */
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { diskFiles } from "./files.node.ts";
import { NO_FILES } from "./host.ts";
import { serve } from "./serve.ts";
import { loadSql } from "./sql.node.ts";
import { diskStore } from "./store.node.ts";
import { diskPath, platformOf } from "./uris.ts";

// What is known of a document lives until the next key is pressed. The engine would take it for lasting.
setFlagsFromString("--no-allocation-site-pretenuring");

const connection = createConnection(ProposedFeatures.all);

// Nothing a document contains may end the server.
process.on("uncaughtException", (error) => connection.console.error(error.stack ?? String(error)));
process.on("unhandledRejection", (error) =>
  connection.console.error((error as Error)?.stack ?? String(error)),
);

/** A folder that belongs to the server alone; the client names it. */
const { storage } = parseArgs({ options: { storage: { type: "string" } }, strict: false }).values;

const platform = platformOf(process.platform);

serve(
  connection,
  (root, exclude) => {
    const path = diskPath(root, platform);
    return path === undefined ? NO_FILES : diskFiles(path, exclude, platform);
  },
  loadSql,
  (root) => (typeof storage === "string" ? diskStore(storage, root, __filename) : undefined),
  platform,
);

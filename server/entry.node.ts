/** The language server as a Node process, over ipc or stdio. */
import { parseArgs } from "node:util";
import { setFlagsFromString } from "node:v8";
import {
  type Connection,
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver/node";
import { diskFiles } from "./files.node.ts";
import { NO_FILES } from "./host.ts";
import { serve } from "./serve.ts";
import { loadSql } from "./sql.node.ts";
import { useStemmers } from "./stemmers.node.ts";
import { diskStore } from "./store.node.ts";
import { Timings } from "./timings.ts";
import { diskPath, platformOf } from "./uris.ts";

// What is known of a document lives until the next key is pressed. The engine would take it for lasting.
setFlagsFromString("--no-allocation-site-pretenuring");

useStemmers();
const timings = new Timings();
const connection = connect();

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
  {
    platform,
    filesIn: (root, exclude) => {
      const path = diskPath(root, platform);
      return path === undefined ? NO_FILES : diskFiles(path, exclude, platform);
    },
    storeFor: (root) => (typeof storage === "string" ? diskStore(storage, root, __filename) : undefined),
    loadSql,
  },
  timings,
);

/** Over what the arguments name. The usual ways are made here, so that the time at which messages come is known. */
function connect(): Connection {
  const { all } = ProposedFeatures;
  const options = { messageStrategy: timings };
  if (process.argv.includes("--node-ipc")) {
    const reader = timings.seeing(new IPCMessageReader(process));
    return createConnection(all, reader, new IPCMessageWriter(process), options);
  }
  if (!process.argv.includes("--stdio")) return createConnection(all, options);
  const reader = timings.seeing(new StreamMessageReader(process.stdin));
  const connection = createConnection(all, reader, new StreamMessageWriter(process.stdout), options);
  // What is written to standard output belongs to the protocol.
  for (const name of ["log", "info", "debug"] as const) console[name] = console.error;
  let exitCode = 1;
  connection.onShutdown(() => {
    exitCode = 0;
  });
  for (const end of ["end", "close"]) process.stdin.on(end, () => process.exit(exitCode));
  return connection;
}

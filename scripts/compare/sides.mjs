// Both builds at once: their servers on one folder, and their command lines.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { openServer, uriOf } from "../lib/languageServer.mjs";

/** What VS Code can do. */
const CAPABILITIES = {
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    codeLens: { refreshSupport: true },
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ["create", "rename", "delete"],
      changeAnnotationSupport: { groupsOnLabel: true },
    },
  },
  textDocument: {
    diagnostic: {},
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ["edit"] } },
  },
  experimental: { specGlossaryCommands: ["specGlossary.compareDefinitions"], specGlossaryShown: [] },
};

/** The servers of both builds on a folder, when both are ready. Their answers are compared in `tally`. */
export async function openBoth(builds, folder, tally, settings) {
  const servers = builds.map(({ bundles }) =>
    openServer(path.join(bundles, "server.cjs"), folder, { capabilities: CAPABILITIES, settings }),
  );
  const each = (run) => Promise.all(servers.map(run));
  const hello = await each((server) => server.initialize());
  const capabilities = hello.map((one) => one.capabilities);
  tally.add("server: capabilities", "initialize", capabilities);
  await each((server) => server.initialized());
  tally.add("server: what there is", "status", await each((server) => server.ready));

  /** Both answers to a request; `params` may differ where they hold what a server said before. */
  async function ask(method, params, others = params) {
    const given = [params, others];
    return await each((server, i) =>
      server.request(method, given[i]).catch(({ code, message }) => ({ error: { code, message } })),
    );
  }
  const notify = (method, params) => each((server) => server.notify(method, params));

  return {
    ask,
    notify,
    uriOf: (file) => uriOf(folder, file),
    textOf: (file) => fs.readFileSync(path.join(folder, file), "utf8"),
    /** Asks, and takes down both answers. */
    async compare(what, key, method, params) {
      const begin = performance.now();
      const answers = await ask(method, params);
      tally.add(what, key, answers, performance.now() - begin);
      return answers;
    },
    /** Opens a document while `run` works with it. */
    async within(file, text, run) {
      const uri = uriOf(folder, file);
      const document = { uri, languageId: languageOf(file), version: 1, text };
      await notify("textDocument/didOpen", { textDocument: document });
      await run({ uri });
      await notify("textDocument/didClose", { textDocument: { uri } });
    },
    async close() {
      const kinds = ["window/logMessage", "window/showMessage"];
      // Where in a bundle something happened is another place in another bundle.
      const heard = servers.map(({ said }) =>
        said
          .filter(({ method }) => kinds.includes(method))
          .map(({ params }) => params.message.split("\n", 1)[0])
          .sort(),
      );
      tally.add("server: messages", "all", heard);
      await each((server) => server.close());
    },
  };
}

function languageOf(file) {
  if (file.endsWith(".json")) return "json";
  if (file.endsWith(".jsonc")) return "jsonc";
  return /\.ya?ml$/.test(file) ? "yaml" : "markdown";
}

/**
 * What the command lines of both builds print: `{ code, stdout, stderr }` of each. Arguments that are functions are
 * what they give for a side.
 */
export function runBoth(builds, args) {
  return Promise.all(
    builds.map(({ bundles }) => {
      const side = path.basename(bundles);
      const own = args.map((one) => (typeof one === "function" ? one({ side }) : one));
      return run([path.join(bundles, "cli.js"), ...own]);
    }),
  );
}

function run(args) {
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const taken = { stdout: [], stderr: [] };
  for (const stream of ["stdout", "stderr"]) child[stream].on("data", (data) => taken[stream].push(data));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      const text = (stream) => Buffer.concat(taken[stream]).toString("utf8");
      resolve({ code, stdout: text("stdout"), stderr: text("stderr") });
    });
  });
}

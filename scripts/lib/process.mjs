// Child processes: none may outlive the script that started it, whichever way that script ends.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

const children = new Set();
const windows = process.platform === "win32";
const EXIT_CODE = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

process.on("exit", () => {
  for (const child of children) kill(child, child.ownGroup ? "SIGKILL" : "SIGTERM");
});
for (const [signal, code] of Object.entries(EXIT_CODE)) process.on(signal, () => process.exit(code));

/**
 * Starts a process that is ended with this one. With `ownGroup` its descendants are ended with it;
 * without, it is a script that looks after its own and gets SIGTERM to do so.
 */
export function start(command, args, { ownGroup = false, ...options } = {}) {
  const shell = windows && !path.isAbsolute(command); // npm, code and the like are .cmd files there
  const quoted = (text) => (shell ? `"${text}"` : text);
  const child = spawn(quoted(command), args.map(quoted), {
    stdio: ["ignore", "pipe", "pipe"],
    shell,
    detached: ownGroup && !windows,
    ...options,
  });
  child.ownGroup = ownGroup && !windows;
  children.add(child);
  child.exited = new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => {
      children.delete(child);
      resolve(code ?? EXIT_CODE[signal] ?? 1);
    });
  });
  child.exited.catch(() => children.delete(child));
  return child;
}

export function kill(child, signal) {
  try {
    if (child.ownGroup) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It is gone already.
  }
}

/** Runs to the end and gives stdout; throws with all output when the exit code is not 0. */
export async function capture(command, args, options = {}) {
  const child = start(command, args, options);
  let stdout = "";
  let all = "";
  child.stdout.on("data", (data) => {
    stdout += data;
    all += data;
  });
  child.stderr.on("data", (data) => {
    all += data;
  });
  const code = await child.exited;
  if (code !== 0)
    throw Object.assign(new Error(`${command} ${args.join(" ")} failed (${code})\n${all}`), {
      code,
      output: all,
    });
  return stdout;
}

/** Runs to the end with the terminal of this script; gives the exit code. */
export function runInTerminal(command, args, options = {}) {
  return start(command, args, { stdio: "inherit", ...options }).exited;
}

/** The file that the shell would run for this command. */
export function findOnPath(name) {
  const dirs = (process.env.PATH ?? "").split(path.delimiter);
  const suffixes = windows ? [".cmd", ".exe"] : [""];
  const files = dirs.flatMap((dir) => suffixes.map((suffix) => path.join(dir, name + suffix)));
  return files.find((file) => fs.existsSync(file));
}

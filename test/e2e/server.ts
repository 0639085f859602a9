// The process of the language server, where the system tells.
import { readdirSync, readFileSync } from "node:fs";

/** Its id; `undefined` on systems without /proc, and while it does not run. */
export function serverProcess(): number | undefined {
  try {
    const found = readdirSync("/proc").find((pid) => /^\d+$/.test(pid) && isServer(pid));
    return found === undefined ? undefined : Number(found);
  } catch {
    return undefined;
  }
}

function isServer(pid: string): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
    const ended = /^State:\s+Z/m.test(status);
    return (
      parent === process.pid && !ended && readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("server.cjs")
    );
  } catch {
    return false;
  }
}

// Loaded before a program (node --require): tells what its process has used so far, in processor time and memory.
// To a parent that asks over IPC, and at the end into the file that SPEC_GLOSSARY_USAGE names.
const fs = require("node:fs");
const { isMainThread } = require("node:worker_threads");

if (isMainThread) {
  const file = process.env.SPEC_GLOSSARY_USAGE;
  if (file) process.on("exit", () => fs.writeFileSync(file, JSON.stringify(usage())));
  if (process.channel) {
    process.on("message", (message) => message === "usage" && process.send(usage()));
    // Listening must not keep the program alive.
    process.channel.unref();
  }
}

/** Milliseconds of user and system time together, and the most memory, in MB. */
function usage() {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpu: (userCPUTime + systemCPUTime) / 1_000, peak: maxRSS / 1_024 };
}

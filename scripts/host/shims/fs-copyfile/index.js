// Stand-in for the native @vscode/fs-copyfile, which clones files where the file system can. Copying is enough.
const fs = require("node:fs");

exports.copyFile = (from, to, mode) => fs.promises.copyFile(from, to, mode);
exports.copyFileSync = fs.copyFileSync;
exports.cp = (from, to, options) => fs.promises.cp(from, to, { recursive: true, ...options });
exports.isCloneSupported = async () => false;

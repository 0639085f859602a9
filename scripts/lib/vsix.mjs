import fs from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

/** Where `npm run package` puts the extension. */
export function packageFile() {
  const { name, version } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8"));
  return path.join(root, `${name}-${version}.vsix`);
}

/** The files in a package (a zip file) with their size in it, in bytes, from its central directory. */
export function entriesOf(file) {
  const zip = fs.readFileSync(file);
  const end = zip.lastIndexOf("PK\x05\x06", undefined, "latin1");
  const entries = [];
  let at = zip.readUInt32LE(end + 16);
  while (entries.length < zip.readUInt16LE(end + 10)) {
    const nameLength = zip.readUInt16LE(at + 28);
    const otherLength = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    entries.push({
      name: zip.toString("utf8", at + 46, at + 46 + nameLength),
      size: zip.readUInt32LE(at + 20),
    });
    at += 46 + nameLength + otherLength;
  }
  return entries;
}

// What has to be said of the packages that are in the bundles: their names, licences, and the texts of those.
import fs from "node:fs";
import path from "node:path";
import { root } from "./root.mjs";

export const NOTICES = "THIRD-PARTY-NOTICES.txt";

const LICENCE = /^(?:licen[cs]e|copying|notice)\b/i;
const RULER = "-".repeat(80);

/** The notices for bundles, by what esbuild says of them (`metafile`). Throws where a package has no licence. */
export function noticesFor(metafiles) {
  const folders = new Set(metafiles.flatMap(({ outputs }) => Object.values(outputs).flatMap(packagesIn)));
  const all = [...folders].map(noticeOf).sort((a, b) => (a.name < b.name ? -1 : 1));
  const head = `Spec Glossary contains the following ${all.length} packages, each under its own licence.`;
  return `${[head, ...all.map(({ name, licence, text }) => `${name}\n${licence}\n\n${text}`)].join(`\n\n${RULER}\n\n`)}\n`;
}

/** The folders of the packages that something of an output comes from. */
function packagesIn({ inputs }) {
  return Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => {
    const folder = /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
    return folder && bytesInOutput > 0 ? [folder] : [];
  });
}

function noticeOf(folder) {
  const place = path.join(root, folder);
  const { name, version, license, licenses = [] } = JSON.parse(read(place, "package.json"));
  const licence = license?.type ?? license ?? licenses.map(({ type }) => type).join(" OR ");
  const text =
    licenceFiles(place)
      .map((file) => file.trim())
      .join("\n\n") || standard(place, licence);
  if (!text)
    throw new Error(`${name} is bundled, and ${folder} holds no licence: say it in scripts/lib/notices.mjs`);
  return { name: `${name} ${version}`, licence, text };
}

function licenceFiles(place) {
  const files = (at) =>
    fs
      .readdirSync(at)
      .filter((name) => LICENCE.test(name))
      .sort();
  const own = files(place);
  if (own.length > 0) return own.map((name) => read(place, name));
  // Some have it beside what they have built.
  const folders = fs.readdirSync(place, { withFileTypes: true }).filter((one) => one.isDirectory());
  return folders.flatMap(({ name }) => files(path.join(place, name)).map((file) => read(place, name, file)));
}

/** For a package that only names its licence: its text, with who holds the rights by the README. */
function standard(place, licence) {
  const readme = fs.readdirSync(place).find((name) => /^readme\b/i.test(name));
  const holder = readme && /^\W*(Copyright\b.*)$/im.exec(read(place, readme))?.[1].trim();
  return licence === "MIT" && holder ? `MIT License\n\n${holder}\n\n${MIT}` : undefined;
}

function read(...segments) {
  return fs.readFileSync(path.join(...segments), "utf8").replaceAll("\r\n", "\n");
}

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

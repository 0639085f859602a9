// Which document of a folder to show, and where in it a text is.
import fs from "node:fs";
import path from "node:path";

/** The first increment's specification, one with `text` in it if there is one; else the README. */
export function defaultDocument(folder, text = "") {
  const specs = specifications(path.join(folder, ".specweave/increments"));
  const readme = path.join(folder, "README.md");
  const fallback = specs[0] ?? (fs.existsSync(readme) ? readme : undefined);
  return specs.find((file) => occurrences(fs.readFileSync(file, "utf8"), text).length > 0) ?? fallback;
}

function specifications(folder) {
  if (!fs.existsSync(folder)) return [];
  const files = fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => path.basename(file) === "spec.md");
  return files.sort().map((file) => path.join(folder, file));
}

/** Where `text` stands as words of its own: 1-based line and column. Prose first, then headings and code. */
export function occurrences(source, text) {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}_-])${text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")}(?![\\p{L}\\p{N}_])`,
    "gu",
  );
  const found = [];
  const isCode = codeLines(source);
  source.split("\n").forEach((content, index) => {
    for (const match of content.matchAll(pattern)) {
      const joined = content[match.index + match[0].length] === "-" ? 0.5 : 0;
      const rank = joined + (isCode[index] ? 2 : content.startsWith("#") ? 1 : 0);
      found.push({ line: index + 1, column: match.index + 1, rank });
    }
  });
  return found.sort((a, b) => a.rank - b.rank);
}

/** Lines of the front matter and of fenced code, where nothing is hovered. A guess is enough for a picture. */
function codeLines(source) {
  const lines = source.split("\n");
  let end = lines[0] === "---" ? "---" : undefined;
  return lines.map((line, index) => {
    if (end) {
      if (index > 0 && line.trim().startsWith(end)) end = undefined;
      return true;
    }
    end = /^\s*(```|~~~)/.exec(line)?.[1];
    return end !== undefined;
  });
}

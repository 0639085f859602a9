import fs from "node:fs";

/** The rows of a CSV file with a header, as objects. Quoted cells may hold commas, quotes and line ends. */
export function readCsv(file) {
  const rows = [[""]];
  let quoted = false;
  const text = fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    const row = rows.at(-1);
    if (quoted && char === '"' && text[i + 1] === '"') row[row.length - 1] += text[++i];
    else if (char === '"') quoted = !quoted;
    else if (!quoted && char === ",") row.push("");
    else if (!quoted && char === "\n") rows.push([""]);
    else row[row.length - 1] += char;
  }
  const [header, ...body] = rows;
  return body
    .filter((row) => row.length > 1)
    .map((row) => Object.fromEntries(header.map((name, i) => [name, row[i] ?? ""])));
}

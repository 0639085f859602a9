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

/** The rows as text, with a header of `columns`. */
export function formatCsv(columns, rows) {
  const cell = (value) => {
    const text = String(value ?? "");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [columns, ...rows.map((row) => columns.map((name) => row[name]))];
  return lines.map((line) => `${line.map(cell).join(",")}\n`).join("");
}

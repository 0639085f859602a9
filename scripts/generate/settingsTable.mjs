// The table of the settings.

/** One row a setting. Ends with a line end. */
export function settingsTable(settings) {
  const rows = Object.entries(settings).map(
    ([key, { shape, default: value, summary, editor }]) =>
      `| \`${key}\` | ${values(shape)} | ${fallback(key, value)} | ${editor ? "yes" : "no"} | ${cell(summary)} |`,
  );
  const head = ["| Setting | Value | Default | In the editor too | Meaning |", "|---|---|---|---|---|"];
  return `${[...head, ...rows].join("\n")}\n`;
}

function values(shape) {
  switch (shape.kind) {
    case "boolean":
      return "`true`, `false`";
    case "choice":
      return Object.keys(shape.values)
        .map((word) => `\`${word}\``)
        .join(", ");
    case "text":
      return "texts";
    case "glob":
      return "patterns";
    case "path":
      return "paths";
    case "severities":
      return "`{ rule: severity }`";
    case "list":
      return ["text", "glob", "path"].includes(shape.of.kind)
        ? values(shape.of)
        : `list of ${values(shape.of)}`;
    case "object":
      return `\`{ ${Object.keys(shape.keys).join(", ")} }\``;
    default:
      throw new Error(`There are no words for ${shape.kind}`);
  }
}

function fallback(key, value) {
  return key === "rules"
    ? "each rule’s own"
    : Array.isArray(value) && value.length === 0
      ? "none"
      : `\`${value}\``;
}

function cell(text) {
  return text.replaceAll("|", "\\|");
}

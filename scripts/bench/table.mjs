// Figures as a table for people.

export function table(rows) {
  const cells = [
    ["", "median or p50", "least … most or p99", "processor", "ratio", "peak memory"],
    ...rows.map(({ name, ms, cpu, times, ratio, of, peak, files, megabytes }) => [
      name,
      files !== undefined ? String(files) : time(ms?.median ?? times?.p50),
      files !== undefined
        ? `${megabytes.toFixed(1)} MB`
        : ms
          ? `${time(ms.min)} … ${time(ms.max)}`
          : times
            ? `p99 ${time(times.p99)}`
            : "",
      time(cpu?.median),
      ratio === undefined ? "" : `${ratio.toFixed(2)} × ${of}`,
      peak ? `${Math.round(peak.median)} MB` : "",
    ]),
  ];
  return grid(cells);
}

/** What `pairwise` makes of measures, each with a name and a unit. */
export function pairTable(rows, own, other) {
  const figure = (value, unit) =>
    unit === "ms" ? time(value) : `${value.toFixed(value < 100 ? 1 : 0)} ${unit}`;
  return grid([
    ["", own, other, "ratio", "quartiles of the ratios", "pairs"],
    ...rows.map(({ name, unit, this: these, that, ratio, quartiles, pairs }) => [
      name,
      figure(these, unit),
      figure(that, unit),
      ratio.toFixed(3),
      pairs > 1 ? quartiles.map((one) => one.toFixed(3)).join(" … ") : "",
      pairs > 1 ? String(pairs) : "",
    ]),
  ]);
}

/** Cells in columns, below a line of titles; the first column to the left, the others to the right. */
export function grid(cells) {
  const widths = cells[0].map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const lines = cells.map((row) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join("  "),
  );
  lines.splice(1, 0, widths.map((width) => "─".repeat(width)).join("  "));
  return lines.join("\n");
}

function time(ms) {
  if (ms === undefined) return "";
  if (ms >= 1_000) return `${(ms / 1_000).toFixed(2)} s`;
  return ms >= 100 ? `${ms.toFixed(0)} ms` : `${ms.toFixed(1)} ms`;
}

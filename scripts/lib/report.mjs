// What the scripts say while they work.

/** `lap("what")` prints what has just been done, with the seconds since the start. */
export function stopwatch(log = console.log) {
  const start = performance.now();
  return (what) => log(`[${seconds(performance.now() - start).padStart(6)}] ${what}`);
}

export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

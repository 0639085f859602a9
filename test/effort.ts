/** How much work something is: in processor time, which stays the same on a busy machine. */

/**
 * In milliseconds, many times what is needed for any text in the tests. What takes more time than in proportion to
 * a text's length takes longer for those that are made for it.
 */
export const SOON = 10_000;

/** Begins to measure; the result says how many milliseconds the processor has worked since, in all threads. */
export function effort(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}

/** The processor time that this process has taken so far, in milliseconds; others may want the processor, too. */
export function spent(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

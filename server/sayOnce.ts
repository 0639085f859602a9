/** For what a client may do thousands of times: `say` gets each message once, and `most` of them at all. */
export function sayOnce(say: (message: string) => void, most = 50): (message: string) => void {
  const said = new Set<string>();
  return (message) => {
    if (said.has(message) || said.size >= most) return;
    said.add(message);
    say(message);
  };
}

/** A function that runs `action` after the current turn of the event loop, once however often it is called in it. */
export function onceATurn(action: () => void): () => void {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    // Not setImmediate: a browser worker has none.
    setTimeout(() => {
      waiting = false;
      action();
    }, 0);
  };
}

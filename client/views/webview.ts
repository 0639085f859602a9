/** What the scripts of all pages need. They run in the browser of a view. */

interface Host {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();

/** Tells the extension something. */
export function tell<Message>(message: Message): void {
  host.postMessage(message);
}

/** What is remembered as long as the view is open, even if its page is made anew; at first `initial`. */
export function remembered<State extends object>(initial: State): State {
  return Object.assign(initial, host.getState());
}

/** Changes what is remembered. */
export function remember<State extends object>(state: State, change: Partial<State>): void {
  host.setState(Object.assign(state, change));
}

/** The elements that fit, within the page unless told otherwise. */
export function all<Kind extends HTMLElement = HTMLElement>(
  selector: string,
  within: ParentNode = document,
): Kind[] {
  return [...within.querySelectorAll<Kind>(selector)];
}

/** The element with an id. Throws where there is none: only for what is always there. */
export function named<Kind extends HTMLElement = HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no ${id}`);
  return found as Kind;
}

/** The innermost element around what an event is about; `undefined` where none fits. */
export function around<Kind extends HTMLElement>({ target }: Event, selector: string): Kind | undefined {
  return (target instanceof Element && target.closest<Kind>(selector)) || undefined;
}

/** A list without something that is in it, else with it. */
export function toggled(list: readonly string[], one: string): string[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}

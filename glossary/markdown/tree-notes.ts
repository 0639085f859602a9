/** Notes for tree.ts what micromark's tokens know and mdast forgets. */
import type { Span } from "../text/span.ts";

interface Token {
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

export interface Noted {
  labelText?: Span;
  destination?: Span;
  fences?: number;
}

interface Compiler {
  readonly stack: { readonly type: string; noted?: Noted }[];
}

type Handle = (this: Compiler, token: Token) => void;

/** Adds to the node `up` places above the top of the stack. */
function note(up: number, what: (token: Token, noted: Noted) => void): Handle {
  return function (token) {
    const node = this.stack.at(-1 - up);
    if (node) {
      node.noted ??= {};
      what(token, node.noted);
    }
  };
}

const spanOf = (token: Token): Span => ({ start: token.start.offset, end: token.end.offset });

// None of these tokens has a handler of its own in mdast-util-from-markdown, so nothing is replaced.
export const noteTokens = {
  enter: {
    labelText: note(1, (token, noted) => {
      noted.labelText = spanOf(token);
    }),
    resourceDestination: note(0, (token, noted) => {
      noted.destination = spanOf(token);
    }),
    definitionDestination: note(0, (token, noted) => {
      noted.destination = spanOf(token);
    }),
    codeFencedFence(this: Compiler) {
      // The closing fence is seen while the code's text is still being collected in a fragment above it.
      const code = this.stack.findLast((node) => node.type === "code");
      if (code) code.noted = { ...code.noted, fences: (code.noted?.fences ?? 0) + 1 };
    },
  },
};

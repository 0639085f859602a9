/** What a command is: data, which `register` gives to the editor. */
import { commands, type Disposable, type Uri } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { RESTART } from "../status.ts";
import { offerFirst } from "./context.ts";

/** What commands have at hand. */
export interface Extension {
  readonly client: BaseLanguageClient;
  /** The folder with the icons. */
  readonly media: Uri;
  /** What is disposed of together with the extension. */
  readonly subscriptions: Disposable[];
}

type Run = (...given: readonly unknown[]) => Promise<unknown>;

/** `given` is what menus, links and other commands pass on. */
export type Command = {
  /** As in `contributes.commands`, or, where only the server names it, in server/protocol.ts. */
  readonly id: string;
  /** True for what does without the server. Else the user is offered to start it again where it does not run. */
  readonly alone?: true;
} & (
  | { readonly run: (client: BaseLanguageClient, ...given: readonly unknown[]) => Promise<unknown> }
  /** For what outlasts a run, such as a view: called when the extension starts. */
  | { readonly prepare: (extension: Extension) => Run }
);

/** Registers commands, for as long as the extension runs. */
export function register(all: readonly Command[], extension: Extension): void {
  const { client, subscriptions } = extension;
  for (const command of all) {
    const run: Run =
      "prepare" in command ? command.prepare(extension) : (...given) => command.run(client, ...given);
    subscriptions.push(commands.registerCommand(command.id, command.alone ? run : asking(client, run)));
  }
}

/** Runs once the server does. */
function asking(client: BaseLanguageClient, run: Run): Run {
  return async (...given) => {
    if (client.needsStart())
      return await offerFirst("The language server is not running.", "Restart", RESTART);
    await client.start();
    await run(...given);
  };
}

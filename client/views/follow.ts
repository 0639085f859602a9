/** Tells views when something that they show may have changed. */
import { Disposable, workspace } from "vscode";

/** How long to wait for more changes, in milliseconds: a checkout changes many files, and typing goes on. */
const CALM = 300;

/** Calls back after changes of files that `pattern` names, once for many in a row. */
export function followFiles(pattern: string, changed: () => void): Disposable {
  const { later, ...calm } = calmly(changed);
  return Disposable.from(calm, watch(pattern, later));
}

/** Calls back after changes of files that `pattern` names and of open documents, once for many in a row. */
export function followEdits(pattern: string, changed: () => void): Disposable {
  const { later, ...calm } = calmly(changed);
  return Disposable.from(
    calm,
    watch(pattern, later),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && workspace.getWorkspaceFolder(document.uri)) later();
    }),
  );
}

function watch(pattern: string, changed: () => void): Disposable {
  const watcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}

/** `later` puts a call off until nothing has changed for a while. */
function calmly(call: () => void): { readonly later: () => void; readonly dispose: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(call, CALM);
  };
  return { later, dispose: () => clearTimeout(timer) };
}

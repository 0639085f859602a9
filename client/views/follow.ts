/** Tells views when something that they show may have changed. */
import { Disposable, workspace } from "vscode";

/** How long to wait for more changes, in milliseconds: a checkout changes many files, and typing goes on. */
const CALM = 300;

/** Calls back after changes of files and of open documents that `pattern` names, once for many in a row. */
export function followEdits(pattern: string, changed: () => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(changed, CALM);
  };
  const watcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidChange(later),
    watcher.onDidCreate(later),
    watcher.onDidDelete(later),
    workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (contentChanges.length > 0 && workspace.getWorkspaceFolder(document.uri)) later();
    }),
    new Disposable(() => clearTimeout(timer)),
  );
}

/** The folder of the increment that a path seems to belong to. */
export function incrementFolderOf(path: string): string {
  const found =
    /^(?:.*\/)?(?:increments\/(?:_[a-z]+\/)?\d{4}[^/]*|specs\/\d{3}[^/]*|openspec\/(?:changes|specs)\/[^/]+|\.kiro\/specs\/[^/]+)/.exec(
      path,
    );
  return found?.[0] ?? path;
}

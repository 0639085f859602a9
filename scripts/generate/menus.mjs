// The paths in the menus of package.json: where commands for increments are offered follows from the layouts.

/** Commands that are offered in an increment. */
const INSIDE = [
  "newUserStory",
  "newCriterion",
  "newTask",
  "validateIncrement",
  "showTraceability",
  "validatePerformance",
];
/** The command that is offered where archiving changes more than the increment itself. */
const ARCHIVING = "previewArchive";
/** The command that is offered on a folder of increments. */
const HOLDER = "newIncrement";

const PATH = /resourcePath =~ \/(?:\\.|[^\\/])*\//;

/** package.json with what `layouts` say of their paths. */
export function withMenus(source, layouts) {
  const manifest = JSON.parse(source);
  const inside = anyOf(layouts.map(({ menus }) => menus.inside));
  const archiving = anyOf(layouts.flatMap((one) => (one.archiving ? one.menus.inside : [])));
  const holder = anyOf(layouts.flatMap(({ menus }) => menus.holder ?? []));
  for (const item of Object.values(manifest.contributes.menus).flat()) {
    const name = item.command?.slice("specGlossary.".length);
    const own = name === ARCHIVING ? archiving : INSIDE.includes(name) ? inside : undefined;
    const pattern = name === HOLDER ? `${holder}$` : own;
    // A function: what stands in it is no pattern of its own.
    if (pattern && item.when) item.when = item.when.replace(PATH, () => `resourcePath =~ /${pattern}/`);
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Any of these paths below some folder, whatever stands between its segments. */
function anyOf(paths) {
  const written = paths.map((path) => path.replaceAll("[^/]", "[^\0\\\\]").replaceAll("/", "[\0\\\\]"));
  return `[\0\\\\](${written.join("|")})`.replaceAll("\0", "\\/");
}

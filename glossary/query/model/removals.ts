/**
 * What migrations take away again: `DROP INDEX`, `remove_index`, `op.drop_column`, `renameTable`. Of a file only what it does
 * counts, not what undoes it (`down`, `downgrade`).
 */
import { ownCopy } from "../../text/ownCopy.ts";
import { columnKey, tableKey } from "./names.ts";
import type { Declared, IndexDeclaration } from "./schema.ts";

export interface Removal {
  readonly what: "table" | "index" | "column" | "rename";
  /** `undefined` for an index that is called by its name alone. */
  readonly table: string | undefined;
  /** Of the index or the column; what the table is called from then on; "" where columns stand for an index. */
  readonly name: string;
  /** The keys of the columns of an index that is called by them. */
  readonly keys: readonly string[];
  /** Where it stands in the file. */
  readonly at: number;
}

/** Longer files are data, in UTF-16 units; more is not looked at in one file. */
const LONGEST = 1_000_000;
const MOST = 2_000;

const MIGRATION =
  /(?:^|\/)(?:migrations?|migrate|alembic|versions|change-?logs?|flyway|drizzle|migratedb\w*)[\w.-]*\/|(?:^|\/)[vV]?\d{1,20}[_.-][^/]*$/;

/** True for files that say, one after the other by their names, what changes. */
export function isMigration(path: string): boolean {
  return MIGRATION.test(path);
}

/** True for files that only undo what another one does. */
export function isUndoing(path: string): boolean {
  return /[._-]down\.\w+$|\/down(?:grades?)?\/|rollback|[_-](?:revert|undo)[_.-]/i.test(path);
}

/** Behind this a file says how it is undone. */
const UNDONE =
  /\bdef (?:self\.)?(?:down|downgrade)\b|\b(?:exports\.|async |function |void )(?:down|Down)\b|\bdown\s*[:=]\s*(?:async|function|\()|^[ \t]*--\s*(?:\+goose Down|\+migrate Down|migrate:down|rollback\b|down\b)/im;

/** What it does begins here. */
const DONE =
  /\bdef (?:self\.)?(?:up|upgrade|change)\b|\b(?:exports\.|async |function |void )(?:up|Up)\b|\bup\s*[:=]\s*(?:async|function|\()|^[ \t]*--\s*(?:\+goose Up|\+migrate Up|migrate:up)\b/im;

/** A migration without how it is undone; nothing is moved. */
export function doneBy(text: string): string {
  const undone = UNDONE.exec(text)?.index ?? text.length;
  const done = DONE.exec(text)?.index ?? 0;
  return done > undone ? " ".repeat(done) + text.slice(done) : text.slice(0, undone);
}

const MAY_REMOVE = /drop|remove|rename|delete_?model/i;
const NAME = String.raw`((?:[\w$]+|"[^"\n]{1,80}"|\x60[^\x60\n]{1,80}\x60|\[[^\]\n]{1,80}\])(?:\.(?:[\w$]+|"[^"\n]{1,80}"|\x60[^\x60\n]{1,80}\x60|\[[^\]\n]{1,80}\])){0,2})`;
const QUOTED = String.raw`\s*:?["'\x60]?([\w.]{1,80})["'\x60]?\s*`;

interface Form {
  readonly what: Removal["what"];
  readonly form: RegExp;
  /** Which groups say the table, and the name or the columns; 0 for none. A method is called on the table named before it. */
  readonly table: number | "before";
  readonly name: number;
}

const sql = (text: string) =>
  new RegExp(text.replace(/\bNAME\b/g, () => NAME).replaceAll(" ", String.raw`\s+`), "gi");
const code = (text: string) =>
  new RegExp(
    text.replace(/QUOTED/g, () => QUOTED),
    "g",
  );
const EXISTS = "(?:IF EXISTS )?";

const FORMS: readonly Form[] = [
  // SQL
  { what: "index", form: sql(`\\bDROP INDEX (?:CONCURRENTLY )?${EXISTS}NAME ON NAME`), table: 2, name: 1 },
  {
    what: "index",
    form: sql(`\\bDROP INDEX (?:CONCURRENTLY )?${EXISTS}NAME(?!\\s+ON\\b|[\\w.])`),
    table: 0,
    name: 1,
  },
  { what: "table", form: sql(`\\bDROP TABLE ${EXISTS}NAME`), table: 1, name: 0 },
  { what: "rename", form: sql(`\\bALTER TABLE ${EXISTS}(?:ONLY )?NAME RENAME TO NAME`), table: 1, name: 2 },
  { what: "rename", form: sql("\\bRENAME TABLE NAME TO NAME"), table: 1, name: 2 },
  {
    what: "index",
    form: sql(`\\bALTER TABLE ${EXISTS}(?:ONLY )?NAME DROP (?:CONSTRAINT|INDEX|KEY) ${EXISTS}NAME`),
    table: 1,
    name: 2,
  },
  {
    what: "column",
    form: sql(`\\bALTER TABLE ${EXISTS}(?:ONLY )?NAME DROP COLUMN ${EXISTS}NAME`),
    table: 1,
    name: 2,
  },
  // Rails
  {
    what: "index",
    form: code(`\\bremove_index[ (]QUOTED,\\s*(?:column:\\s*)?(?:name:QUOTED|(\\[[^\\]]{1,200}\\]|:\\w+))`),
    table: 1,
    name: 2,
  },
  { what: "table", form: code(`\\bdrop_table[ (]QUOTED`), table: 1, name: 0 },
  { what: "column", form: code(`\\b(?:remove_column|drop_column)[ (]QUOTED,QUOTED`), table: 1, name: 2 },
  { what: "rename", form: code(`\\brename_table[ (]QUOTED,QUOTED`), table: 1, name: 2 },
  // Alembic
  {
    what: "index",
    form: code(`\\bop\\.drop_index\\((?:op\\.f\\()?QUOTED\\)?,\\s*(?:table_name\\s*=)?QUOTED`),
    table: 2,
    name: 1,
  },
  {
    what: "index",
    form: code(`\\bop\\.drop_constraint\\((?:op\\.f\\()?QUOTED\\)?,QUOTED`),
    table: 2,
    name: 1,
  },
  // Django
  {
    what: "index",
    form: code(`\\bRemove(?:Index|Constraint)\\(\\s*model_name=QUOTED,\\s*name=QUOTED`),
    table: 1,
    name: 2,
  },
  { what: "table", form: code(`\\bDeleteModel\\(\\s*(?:name=)?QUOTED`), table: 1, name: 0 },
  { what: "column", form: code(`\\bRemoveField\\(\\s*model_name=QUOTED,\\s*name=QUOTED`), table: 1, name: 2 },
  {
    what: "rename",
    form: code(`\\bRenameModel\\(\\s*(?:old_name=)?QUOTED,\\s*(?:new_name=)?QUOTED`),
    table: 1,
    name: 2,
  },
  // Knex, Laravel, Sequelize
  {
    what: "index",
    form: code(`(?:\\.|->)drop(?:Index|Unique)\\((?:(\\[[^\\]]{1,200}\\])|QUOTED)`),
    table: "before",
    name: 1,
  },
  { what: "column", form: code(`(?:\\.|->)dropColumn\\(QUOTED\\)`), table: "before", name: 1 },
  { what: "table", form: code(`(?:\\.dropTable|Schema::drop)(?:IfExists)?\\(QUOTED`), table: 1, name: 0 },
  { what: "rename", form: code(`(?:\\.renameTable|Schema::rename)\\(QUOTED,QUOTED`), table: 1, name: 2 },
  {
    what: "index",
    form: code(`\\.removeIndex\\(QUOTED,\\s*(?:(\\[[^\\]]{1,200}\\])|QUOTED)`),
    table: 1,
    name: 2,
  },
  { what: "column", form: code(`\\.removeColumn\\(QUOTED,QUOTED`), table: 1, name: 2 },
  // Entity Framework
  {
    what: "index",
    form: code(`\\.Drop(?:Index|UniqueConstraint)\\(\\s*name:QUOTED,(?:\\s*schema:QUOTED,)?\\s*table:QUOTED`),
    table: 3,
    name: 1,
  },
  {
    what: "column",
    form: code(`\\.DropColumn\\(\\s*name:QUOTED,(?:\\s*schema:QUOTED,)?\\s*table:QUOTED`),
    table: 3,
    name: 1,
  },
  { what: "table", form: code(`\\.DropTable\\(\\s*name:QUOTED`), table: 1, name: 0 },
  {
    what: "rename",
    form: code(`\\.RenameTable\\(\\s*name:QUOTED,(?:\\s*schema:QUOTED,)?\\s*newName:QUOTED`),
    table: 1,
    name: 3,
  },
  // Ecto
  {
    what: "index",
    form: code(`\\bdrop(?:_if_exists)?[ (]+(?:unique_)?index\\(QUOTED,\\s*(\\[[^\\]]{1,200}\\])`),
    table: 1,
    name: 2,
  },
  { what: "table", form: code(`\\bdrop(?:_if_exists)?[ (]+table\\(QUOTED`), table: 1, name: 0 },
  {
    what: "rename",
    form: code(`\\brename[ (]+table\\(QUOTED\\),\\s*to:\\s*table\\(QUOTED`),
    table: 1,
    name: 2,
  },
];

const ON_TABLE = /(?:alterTable|createTable|\.table|::table)\(\s*["'`]([\w.]{1,80})["'`]/g;

/** What a file takes away, in the order of its text; empty for files that are no migrations. */
export function removalsIn(path: string, source: string): Removal[] {
  if (!isMigration(path) || isUndoing(path) || source.length > LONGEST || !MAY_REMOVE.test(source)) return [];
  const text = withoutComments(doneBy(source));
  const tables = [...text.matchAll(ON_TABLE)];
  const found: Removal[] = [];
  for (const { what, form, table, name } of FORMS)
    for (const match of text.matchAll(form)) {
      if (found.length >= MOST) break;
      const on =
        table === "before"
          ? tables.findLast(({ index }) => index < match.index)?.[1]
          : table === 0
            ? undefined
            : match[table];
      if (on === undefined && table !== 0) continue;
      const said = name === 0 ? "" : (match.slice(name).find((one) => one !== undefined) ?? "");
      const keys = /^(?:\[\s*["':]|:\w)/.test(said) ? columnsIn(said) : [];
      found.push({
        what,
        table: on === undefined ? undefined : ownCopy(bare(on)),
        name: keys.length > 0 ? "" : ownCopy(bare(said)),
        keys,
        at: match.index,
      });
    }
  return found.sort((a, b) => a.at - b.at);
}

/** Comments as blanks; strings stay, for migrations keep their SQL in them. */
function withoutComments(text: string): string {
  return text.replace(/^[ \t]*(?:--|#|\/\/)[^\n]*/gm, (comment) => " ".repeat(comment.length));
}

function columnsIn(list: string): string[] {
  return [...list.matchAll(/\w+/g)].map(([word]) => columnKey(word));
}

function bare(name: string): string {
  return name.replace(/["`[\]\s:]/g, "");
}

/** The keys of the tables that a removal is about. */
export function tablesOf({ what, table, name }: Removal): string[] {
  if (table === undefined) return [];
  return what === "rename" ? [tableKey(table), tableKey(name)] : [tableKey(table)];
}

/** What is left of a table's declarations; `called` gives the name of an index, where a text says it. */
export function withoutRemoved(
  declared: readonly Declared[],
  { what, name, keys }: Removal,
  called: (one: IndexDeclaration) => string | undefined,
): readonly Declared[] {
  switch (what) {
    case "table":
    case "rename":
      return [];
    case "index":
      return declared.filter((one) => one.kind !== "index" || !isMeant(one, name, keys, called(one)));
    case "column": {
      const key = columnKey(name);
      return declared.flatMap((one): Declared[] => {
        if (one.kind === "index") return one.keys.includes(key) ? [] : [one];
        const columns = new Map([...one.columns].filter(([column]) => column !== key));
        return [{ ...one, columns }];
      });
    }
  }
}

/** Whether an index is the one of these columns, or of this name: its own, or one that is put together as tools do. */
function isMeant(
  one: IndexDeclaration,
  name: string,
  keys: readonly string[],
  called: string | undefined,
): boolean {
  if (keys.length > 0) return one.keys.join() === keys.join();
  const wanted = plain(name.slice(name.lastIndexOf(".") + 1));
  if (called !== undefined) return plain(called.slice(called.lastIndexOf(".") + 1)) === wanted;
  const columns = one.keys.join("");
  const table = plain(one.table ?? "");
  const made = [columns, `${table}${columns}`, `${table}on${one.keys.join("and")}`];
  return made.some((end) => {
    const rest = wanted.replace(/^(?:idx|ix|index|uq|uk|uniq|unique)/, "");
    return rest === end || rest.replace(/(?:idx|index|uniq|unique|key)$/, "") === end;
  });
}

function plain(name: string): string {
  return name.replace(/["`[\]_\s]/g, "").toLowerCase();
}

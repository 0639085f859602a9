/**
 * What is known of a spec tool: where its increments are, how they are read and what they are made of. All else asks
 * for it; nothing compares a layout with a name. `layouts.ts` lists those there are.
 */

import type { Edit, Span } from "../../text/span.ts";
import type { Completion } from "../../workspace/answers.ts";
import type { Answers } from "../../workspace/domain.ts";
import type { IncrementTarget } from "../edits/edits.ts";
import type { Judged } from "../index/increments.ts";
import type { IncrementView, ReadPage } from "../index/view.ts";
import type { IncrementId } from "../model/ids.ts";
import type { Increment } from "../model/increment.ts";
import type { Criterion, FieldKind, IncrementPage, Task } from "../model/model.ts";
import type { IncrementPlace, LayoutId } from "../model/place.ts";
import type { IncrementSource } from "../model/source.ts";
import type { StatusName } from "../model/words.ts";

export interface Layout {
  readonly id: LayoutId;
  /** `SpecWeave` */
  readonly label: string;
  /** What it calls its increments, and what they consist of: `a feature: spec, plan and tasks`. */
  readonly about: string;
  readonly words: LayoutWords;

  /** The places of its pages. */
  readonly places: readonly Places[];
  /** Files besides Markdown that are pages of it. */
  readonly files?: readonly LayoutFile[];
  /** For the menus of an editor: regular expressions of paths, with `/` between their segments. */
  readonly menus: {
    /** The beginning of a path in one of its increments, behind any folder. */
    readonly inside: string;
    /** The end of the path of a folder that holds increments; absent for one with too common a name. */
    readonly holder?: string;
  };
  /** Where the first increment of a repository goes, and the folder or file that shows that the tool is in use; the usual way first. */
  readonly first: readonly [First, ...First[]];
  /** The version of the tool that the text of a `package.json` names; "" where it names none. */
  versionIn?(packageJson: string): string;
  /** True where increments count in samples and in the folders of other tools, too. */
  readonly anywhere?: true;
  /** The folder that holds increments like the one that is this unit. */
  rootOf(unit: string): string;

  /** What a page says. Never throws. */
  read(source: IncrementSource, place: IncrementPlace): Said;
  /** What others see of what a page says in its own words (`IncrementPage.own`), without positions; absent where there never is any. */
  outside?(own: object): string;
  readonly notation: Notation;
  /** What its criteria are: items with boxes and ids, items with numbers, or scenarios without either. */
  readonly criteria: "boxes" | "numbers" | "scenarios";
  /** How a task names a criterion, by example; absent where none ever does. */
  readonly naming?: string;
  /** False where tasks belong to no story. */
  readonly tasksOfStories: boolean;
  /** False where tasks do not say how they are tested. */
  readonly tasksWithTests: boolean;
  /** True where tasks may be counted anew below each heading. */
  readonly countsAnew?: true;
  /** True where a rule of its own compares the numbers of tasks. */
  readonly comparesTasks?: true;
  /**
   * True where tasks have parts in files of their own, which may finish criteria before the task is done and do not say
   * themselves how far they are.
   */
  readonly tasksInParts?: true;
  /** True for a task that nobody works on any more, so that what it names may be gone. */
  isPast?(increment: Increment, task: Task): boolean;
  /**
   * The series in which each number is given once, for a unit that belongs to one; `undefined` for one that may have the
   * number of another. Absent where nobody names increments by their numbers.
   */
  numberedWithin?(unit: string): string | undefined;
  /** True where increments name each other by what they are called. */
  readonly namesOthers?: true;
  /** The blank of its template that whoever has done the work fills in. */
  readonly filledLast?: string;
  /** The command of the tool that changes ids and what names them, where they are nothing to be edited. */
  readonly changedBy?: string;
  /** The id of an increment as it writes it itself, where that is not always the same; `undefined` where it does not. */
  ownId?(increment: Increment): string | undefined;
  /** Whether an increment is done, where no status that is known says so. */
  isDone?(increment: Judged): boolean;
  /** The word for a status, where it is not the name itself. */
  statusWord?(name: StatusName, increment: Increment): string;
  /** What an increment is about, by the title of its specification; "" for a title that does not say. */
  titleOf(title: string): string;

  /** What New Increment asks, besides the title; `root` is where the increment goes. */
  asks?(view: IncrementView, root: string): readonly Question[];
  /** The page with what holds for new increments in `root`. */
  configurationOf?(root: string): string;
  /** The project that a new story is for; `configuration` is the text of that page. */
  projectOf?(view: IncrementView, configuration: string | undefined): string | undefined;
  /** The files of a new increment, by paths below `root`; the first is where the author begins. `{{…}}` is what the author fills in. */
  draft(wanted: NewIncrement, around: Around): Files;
  readonly add: Adding;
  readonly cover: Covering;
  /** What an editor offers to put into a new file. */
  snippets?(): readonly Snippet[];
  /** Why something cannot be added; absent where nothing more can be said than that there is no place for it. */
  refusal?(increment: Increment, wanted: Wanted): string | undefined;
  /** What putting an increment away changes besides; absent where it changes nothing. */
  readonly archiving?: Archiving;
  /** What is answered at names, where it calls things by these. */
  readonly names?: Names;
  /** What is being written at an offset, where it is no field of the form `**Label**: value`. */
  writingAt?(page: ReadPage, offset: number): Writing | undefined;
  /** The words that can stand behind a key of front matter; `undefined` for those that all layouts have. */
  matterWords?(key: string, increment: Increment, view: IncrementView): readonly string[] | undefined;
}

/** What the tool does when it puts an increment away. Nothing is written here. */
export interface Archiving {
  /** False for an increment that it never puts away. */
  changes(increment: Increment): boolean;
  /** The files whose texts it follows from; some may not exist yet. */
  reads(increment: Increment): readonly string[];
  /** What becomes of each page, by the texts of these files as they are now. */
  preview(increment: Increment, texts: ReadonlyMap<string, string>): readonly ArchivedPage[];
}

export interface ArchivedPage {
  readonly path: string;
  /** What the tool calls it. */
  readonly title: string;
  /** `undefined` for a page that does not exist yet. */
  readonly before: string | undefined;
  /** `undefined` for a page that is deleted; equal to `before` where nothing changes. */
  readonly after: string | undefined;
  /** Why the tool refuses, as the end of a sentence. */
  readonly refusal: string | undefined;
  /** What it passes over, each as a sentence without its full stop. */
  readonly warnings: readonly string[];
}

/** What is answered at names that are no ids; asked before all that is answered at ids. */
export type Names = Pick<
  Required<Answers<IncrementView>>,
  "hover" | "definition" | "references" | "highlights" | "rename" | "lenses"
> & {
  complete(view: IncrementView, page: ReadPage, offset: number): readonly Completion[] | undefined;
};

/** What its tool calls things, in sentences. */
export interface LayoutWords {
  /** `increment`, `feature`; behind “New”, too. */
  readonly unit: string;
  /** `user story`, `requirement`; absent where criteria stand under none. */
  readonly story?: string;
  /** `criterion`, `scenario` */
  readonly criterion: string;
  /** Something that is required of an increment as a whole, where that is said apart from stories. */
  readonly whole?: {
    readonly label: string;
    readonly about: string;
    /** What the keys of such requirements begin with: `FR-`. */
    readonly prefix: string;
  };
}

/** A kind of places. */
export interface Places {
  /** True for the paths of which nobody else has to be asked. */
  claims(path: string): boolean;
  /** Asked after all that are not: other tools may have a folder of that name in theirs. */
  readonly isGeneral?: true;
  /** Which increment a page belongs to, and as what; `undefined` for pages of none. */
  at(path: string): IncrementPlace | undefined;
}

export interface LayoutFile {
  /** Fits all of them; few others. */
  readonly glob: string;
  /** True where an editor sends what is typed in it, because something is said of it. */
  readonly isSent: boolean;
  /** The place where its being there is a reason for an editor to start the extension. */
  readonly starts?: string;
  is(path: string): boolean;
}

export interface First {
  readonly root: string;
  readonly sign: string;
}

/** What a page says; what is not there is empty. */
export type Said = Partial<Omit<IncrementPage, "place" | "newline" | "length">>;

/** How ids are written. */
export interface Notation {
  /** True where they are the numbers of headings and lists: two things of different kinds may stand side by side in a field. */
  readonly isByPlace: boolean;
  /** What somebody has typed as the id of something of this kind; `undefined` for anything else. `number` is that of the increment. */
  idOf(typed: string, kind: IncrementId["kind"], number: number | undefined): IncrementId | undefined;
  /** A key as it is written. */
  textOf(key: string): string;
  /** True for a criterion whose id is its place in a list, and cannot be changed but by moving it. */
  isPlace(criterion: Criterion): boolean;
}

/** One thing that is asked: of some values, or any other where there is a word for that. */
export interface Question {
  /** What the answer is called in what `draft` gets. */
  readonly key: string;
  readonly title: string;
  /** Without any, nothing is asked; the only one is the answer, unless there may be another. */
  readonly values: readonly string[];
  readonly another?: string;
}

/** A new increment; the answers to what its layout asks are among its properties. */
export interface NewIncrement {
  readonly title: string;
  /** `2025-01-31` */
  readonly date: string;
  /** `2025-01-31T09:12:00Z` */
  readonly instant: string;
  readonly [answer: string]: string | undefined;
}

/** What there is already where an increment is made. */
export interface Around {
  readonly view: IncrementView;
  /** The folder that it goes to. */
  readonly root: string;
  /** The text of the page that `configurationOf` names. */
  readonly configuration: string | undefined;
}

/** The text of a file. `@field@` is what an editor knows or lets choose, where it is no text in itself: `@date@`. */
export interface Snippet {
  readonly name: string;
  /** Snippets of Markdown and of JSON are offered in files of their kind. */
  readonly file: string;
  readonly prefix: string;
  readonly about: string;
  readonly text: string;
  /** What can be chosen from, by field. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
}

export type Files = readonly [File, ...File[]];
export type File = readonly [path: string, text: string];

export type Wanted =
  | { readonly what: "story"; readonly project: string | undefined }
  /** `story` is a key: `US-1`; `undefined` means the increment as a whole. */
  | { readonly what: "criterion"; readonly story: string | undefined }
  /** `criteria` are keys: `AC-US1-1`. */
  | { readonly what: "task"; readonly story: string | undefined; readonly criteria: readonly string[] };

/** Adds to an increment. `{{…}}` is what the author fills in. */
export interface Adding {
  /** The page for something whose story is on none; it may not exist yet. `from` is the path of the page at hand. */
  page(increment: Increment, what: Wanted["what"], from: string | undefined): string;
  /** The edit of that page; `undefined` where it has no place for it. */
  edit(increment: Increment, wanted: Wanted, page: ReadPage, target: IncrementTarget): Edit | undefined;
  /** The text of that page where it does not exist; `undefined` where none is made for it. */
  text(increment: Increment, wanted: Wanted): string | undefined;
}

/** Ties tasks and criteria together. */
export interface Covering {
  /** The tasks that a criterion may be added to, the likeliest first. */
  tasks(target: IncrementTarget, criterion: Criterion): readonly Task[];
  /** Lets a task name one criterion more; `undefined` where it names them in a way that cannot be added to. */
  name(target: IncrementTarget, task: Task, id: string): Edit | undefined;
  /** A new task for a criterion; `further` numbers of tasks have been given away. */
  task(
    increment: Increment,
    target: IncrementTarget,
    criterion: Criterion,
    further: number | undefined,
  ): { readonly id: string; readonly edit: Edit };
  /** What a task that names no criterion may say of them, the likeliest first. */
  choices(
    increment: Increment,
    target: IncrementTarget,
    task: Task,
  ): readonly { readonly title: string; readonly edit: Edit }[];
  /** A criterion that tasks name and the specification lacks, as a line to be completed below its story; `undefined` where there is no place for it. */
  define(increment: Increment, target: IncrementTarget, story: string, key: string): Edit | undefined;
}

/** What is being written where a field of an increment has its value. */
export interface Writing {
  /** `increment`: the ids of others. */
  readonly kind: FieldKind | "increment";
  /** The whole value; of ids the one that is being typed. */
  readonly value: Span;
  readonly word: Span;
  /** What else the value says. */
  readonly others: string;
}

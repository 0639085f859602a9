/**
 * What a domain gives to the core, which knows none of them: its files, what a page says of it to others, what follows
 * from all pages together (`domains.ts` lists these), and its answers (`answering.ts`), which the command line has no use for.
 */
import type { Facts } from "../markdown/facts.ts";
import type { Span } from "../text/span.ts";
import type {
  Completions,
  Destination,
  DocumentLink,
  Hover,
  Lens,
  Outlined,
  References,
  Typing,
  UseHere,
} from "./answers.ts";
import type { ExportSource } from "./exports.ts";
import type { LinkSpace } from "./links/links.ts";
import type { Site } from "./links/site.ts";
import type { Refused, RenamePlan } from "./renaming.ts";
import type { Settings } from "./settings/settings.ts";
import type { CoreView, Page, ReadPage, SaidIn } from "./workspace.ts";

/** A kind of files whose text the engine wants: the server watches and reads them. */
export type FileKind = PageKind | BesideKind;

interface AnyKind {
  /** Fit all of its files, and few others: what is watched. */
  readonly globs: readonly string[];
  /** The patterns of those of its files that are a reason for an editor to start the extension. */
  readonly starts?: readonly string[];
  /** True for the files that are read. */
  is(path: string): boolean;
}

/** Its files are pages. */
export interface PageKind extends AnyKind {
  readonly as: "page";
  /** What the editor sends as it is typed, because something is said of it: files of these languages, whatever they are called, and those of the kind, or only the latter. */
  readonly sent?: { readonly languages: readonly string[] } | "files";
  /** What is known of a text that is no Markdown; absent for Markdown. */
  facts?(text: string): Facts;
}

/** Its files belong to what pages say, and are no pages themselves. */
export interface BesideKind extends AnyKind {
  readonly as: "beside";
  /** There may be many of them, and few pages need them: their texts are put only when a page asks (see `State.unread`). */
  readonly asked?: true;
  /** What is kept of a text. */
  read(path: string, text: string): unknown;
}

/** What an index is made from. */
export interface IndexSource<Said> {
  /** All pages but those that the settings exclude. */
  readonly pages: ReadonlyMap<string, Page<Said>>;
  readonly links: LinkSpace;
  readonly sites: readonly Site[];
  readonly settings: Settings;
  readonly complete: boolean;
  /** What has been read of the domain's files beside pages, by path. */
  readonly beside: ReadonlyMap<string, unknown>;
  /** These texts as a workspace of their own. */
  apart(texts: ReadonlyMap<string, string>): CoreView;
}

/** What each state has that an index is looked at with. */
export interface State<Said> {
  readonly pages: ReadonlyMap<string, Page<Said>>;
  /** The same map as long as no file beside pages changes. */
  readonly beside: ReadonlyMap<string, unknown>;
  /** Its files that are read only when a page asks, and have not been so far or have changed since. */
  readonly unread: ReadonlySet<string>;
  /** What the host has brought in, by name. */
  readonly brought: Readonly<Record<string, unknown>>;
}

/**
 * What a domain gives. `Said`: what a page says of it. `Index`: what follows from all pages, and is kept as long as it
 * holds. `View`: what its functions ask for, the index among it. All of it is plain data and plain functions.
 */
export interface Domain<
  Name extends string = string,
  Said = unknown,
  Index = unknown,
  View extends CoreView = CoreView,
> {
  /** Its name among what a page says. */
  readonly name: Name;
  /** Its own kinds of files. */
  readonly files?: readonly FileKind[];

  /** What a page says of it, without anything of other pages: plain data, which can be stored. `before`: what those before it say. */
  read?(source: ExportSource, settings: Settings, before: SaidIn<View>): Said;
  /** What the settings make of a page, whatever the page says; a page for which it has changed is read anew. */
  reading?(path: string, settings: Settings): string;
  /** Without positions what others see of it: equal means that nothing else changes. */
  outside?(said: Said): string;
  /** True where what pages say is most of what is stored, and few are asked for it: it is kept packed until then. */
  readonly packed?: true;

  /** What follows from all pages. `before`: what it gave the last time. */
  index?(source: IndexSource<SaidIn<View>>, before: Index | undefined): Index;
  /**
   * What makes the index a new one. `paths`: pages that come and go, and nothing else. `said`, unless it is given: what
   * others see of them too. `links`: that, and where links lead.
   */
  readonly follows?: "paths" | "said" | "links";
  /** The index as it is part of a state; without it, it is its part as it is. */
  state?(index: Index, state: State<SaidIn<View>>): Partial<View>;

  /** The folder of a documentation that a page shows to be one though nothing configures it: its routes begin there. */
  siteFolder?(page: Page<SaidIn<View>>): string | undefined;
  /** True for a span of a page that says nothing in other domains. */
  takes?(page: Page<SaidIn<View>>, span: Span): boolean;
}

/** What a domain answers. `undefined`, or nothing in a list: it has nothing to say there, and the next one is asked. */
export interface Answers<View extends CoreView = CoreView> {
  /** The name of the domain. */
  readonly name: string;
  /** The characters after which an editor asks for completions. */
  readonly triggers?: readonly string[];
  hover?(view: View, page: ReadPage<SaidIn<View>>, offset: number): Hover | undefined;
  /** What can be written at an offset; no items mean that nothing can be, whatever others say. */
  complete?(
    view: View,
    page: ReadPage<SaidIn<View>>,
    offset: number,
    typing: Typing,
  ): Completions | undefined;
  /** The documentation of a completion that has an id; safe Markdown. */
  describe?(view: View, id: string): string | undefined;
  definition?(view: View, page: ReadPage<SaidIn<View>>, offset: number): readonly Destination[];
  /** True where its definitions are wanted only if no other domain has one: what they are of is part of more. */
  readonly yields?: true;
  references?(view: View, page: ReadPage<SaidIn<View>>, offset: number): References<SaidIn<View>> | undefined;
  /** The uses of what stands at an offset on the page itself. */
  highlights?(view: View, page: ReadPage<SaidIn<View>>, offset: number): readonly UseHere[] | undefined;
  /** The plan for another name of what stands at an offset, or why it cannot have one. */
  rename?(view: View, page: ReadPage<SaidIn<View>>, offset: number): RenamePlan<View> | Refused | undefined;
  symbols?(page: ReadPage<SaidIn<View>>): readonly Outlined[];
  lenses?(view: View, page: ReadPage<SaidIn<View>>): readonly Lens[];
  links?(view: View, page: ReadPage<SaidIn<View>>): readonly DocumentLink[];
}

/** What a `page.html` is when it is imported: the build puts it together from the files that it names. */

export interface ViewFiles {
  /** The page, with `{{style}}` and `{{script}}` where it names the files. */
  readonly html: string;
  readonly style: string;
  readonly script: string;
}

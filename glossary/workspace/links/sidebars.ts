/** The sidebars of a site: programs that name its pages, which are not changed. */
import type { LinkSpace } from "./links.ts";

const SIDEBAR = /(?:^|\/)sidebars?\.(?:[cm]?[jt]s|json)$/;

/** The paths of all sidebars. */
export function sidebarsIn({ files }: LinkSpace): string[] {
  return [...files].filter((path) => SIDEBAR.test(path));
}

/** Whether a sidebar names a page: by its address, or one that ends with it. */
export function namesPage(sidebar: string, address: string): boolean {
  if (address === "") return false;
  for (let at = sidebar.indexOf(address); at >= 0; at = sidebar.indexOf(address, at + 1)) {
    const end = at + address.length;
    if (/["'`/]/.test(sidebar.charAt(at - 1)) && /["'`]/.test(sidebar.charAt(end))) return true;
  }
  return false;
}

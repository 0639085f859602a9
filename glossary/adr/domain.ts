/** What the domain of decisions gives: records, and what refers to them. */
import { isMarkdown } from "../text/paths.ts";
import type { Domain } from "../workspace/domain.ts";
import { type AdrIndex, buildAdrs } from "./index/adrs.ts";
import { readSidecar, type Sidecar } from "./index/sidecar.ts";
import { type AdrTool, isToolFile, readTool, TOOL_GLOBS } from "./index/tools.ts";
import { isOfAdr } from "./index/uses.ts";
import type { AdrTermsView } from "./index/view.ts";
import { type AdrExports, adrOutside, adrRole, isSidecar, readAdrExports } from "./model/index.ts";

export const adr: Domain<"adr", AdrExports, { readonly adrs: AdrIndex }, AdrTermsView> = {
  name: "adr",
  files: [
    {
      as: "beside",
      globs: ["**/keps/**/kep.yaml"],
      is: isSidecar,
      read: (_, text): Sidecar => readSidecar(text),
    },
    { as: "beside", globs: TOOL_GLOBS, is: isToolFile, read: readTool },
  ],

  read: (source, settings) => readAdrExports({ ...source, role: roleOf(source.path, settings) }),
  reading: (path, settings) => roleOf(path, settings) ?? "",
  outside: adrOutside,

  index: ({ pages, beside }) => ({
    adrs: buildAdrs(pages, beside as ReadonlyMap<string, Sidecar | AdrTool>),
  }),

  takes: isOfAdr,
};

function roleOf(path: string, settings: Parameters<typeof adrRole>[1]): ReturnType<typeof adrRole> {
  return isMarkdown(path) ? adrRole(path, settings) : undefined;
}

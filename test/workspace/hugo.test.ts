/** Addresses of sites that Hugo makes. */
import { describe, expect, it } from "vitest";
import { addressStyle, termLink } from "../../glossary/terms/edits/termLink.ts";
import { resolveLink } from "../../glossary/workspace/links/links.ts";
import { pageOf, workspace } from "../fixture.ts";

const TERM = (title: string) =>
  `---\ntitle: ${title}\nstatus: Completed\ncategory: Concept\n---\n\nA ${title}.\n`;
const FILES = {
  "site/content/en/_index.md": "# Start\n",
  "site/content/en/parcel.md": TERM("Parcel"),
  "site/content/en/pallet.md": `${TERM("Pallet")}\nMany [parcels](/parcel/) and [more](/parcel/).\n`,
  "site/content/en/docs/Loading Dock/index.md": "# Dock\n",
  "site/content/en/docs/gate.md": "---\nslug: big-gate\n---\n\n# Gate\n",
  "site/content/de/_index.md": "# Anfang\n",
  "site/content/de/parcel.md": TERM("Paket"),
};

describe("a site of Hugo", () => {
  const { snapshot } = workspace(FILES);
  const leads = (from: string, url: string) => {
    const target = resolveLink(snapshot.links, `site/content/${from}`, url);
    return "path" in target ? target.path.replace("site/content/", "") : target.kind;
  };
  it.each([
    ["en/pallet.md", "/parcel/", "en/parcel.md"],
    ["en/pallet.md", "/en/parcel/#more", "en/parcel.md"],
    ["en/pallet.md", "/de/parcel", "de/parcel.md"],
    ["en/pallet.md", "/docs/loading-dock/", "en/docs/Loading Dock/index.md"],
    ["en/pallet.md", "/docs/big-gate/", "en/docs/gate.md"],
    ["en/pallet.md", "/made/by/a/template/", "unknown"],
    ["en/pallet.md", "../parcel/", "en/parcel.md"],
    ["en/docs/gate.md", "../loading-dock/", "en/docs/Loading Dock/index.md"],
    ["de/parcel.md", "/parcel/", "en/parcel.md"],
    ["de/parcel.md", "/", "en/_index.md"],
    ["de/parcel.md", "/de/", "de/_index.md"],
  ])("%s: %s", (from, url, path) => expect(leads(from, url)).toBe(path));

  it("is linked to as it is written there", () => {
    const page = "site/content/en/pallet.md";
    const [parcel] = [...snapshot.glossary.terms.values()].filter(({ name }) => name === "Parcel");
    const style = addressStyle(snapshot, pageOf({ snapshot }, page));
    expect(parcel && termLink(snapshot, page, parcel, style)).toBe("/parcel/");
  });

  it("is known by its configuration, too", () => {
    const { snapshot: one } = workspace({ "content/parcel.md": "# Parcel\n" }, { files: ["hugo.yaml"] });
    expect(resolveLink(one.links, "content/a.md", "/parcel/")).toMatchObject({ path: "content/parcel.md" });
    const { snapshot: other } = workspace({ "content/parcel.md": "# Parcel\n" });
    expect(resolveLink(other.links, "content/a.md", "/parcel/").kind).toBe("unknown");
  });
});

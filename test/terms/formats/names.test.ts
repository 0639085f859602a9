/** Ways to write a name and what it means, and files and sections that hold them, by example. */
import { GLOSSARY, tryFormats } from "./format.ts";

const TABLE = "| Term | Meaning |\n|---|---|\n| Dock | A place for ships |\n";

tryFormats({
  "names with their definition": {
    "with a full stop that is bold as well": [
      GLOSSARY,
      "# Glossary\n\n**Dry dock.** A dock that can be emptied.\n\n**Berth.** Where a ship lies.\n",
      ["list: Dry dock | A dock that can be emptied.", "list: Berth | Where a ship lies."],
    ],
    "in a sentence": [
      "docs/harbour.md",
      "# Harbour\n\n## Glossary\n\n**Berth** is where a ship lies.\n\n**泊位**指船舶停靠的位置。\n",
      [
        "section: Berth | Berth is where a ship lies. | only docs/harbour.md",
        "section: 泊位 | 泊位指船舶停靠的位置。 | only docs/harbour.md",
      ],
    ],
    "emphasised or in code": [
      GLOSSARY,
      "# Glossary\n\n_berth_: Where a ship lies.\n\n`quay`: A wall to lie at.\n\n*Not one*\nof them.\n",
      ["list: berth | Where a ship lies.", "list: quay | A wall to lie at."],
    ],
    "behind anchors": [
      GLOSSARY,
      '# Glossary\n\n- <a id="berth"></a>**Berth** - Where a ship lies.\n- []{#quay}**Quay** - A wall.\n- <a name="pier">**Pier**</a>: A bridge.\n',
      ["list: Berth | Where a ship lies.", "list: Quay | A wall.", "list: Pier | A bridge."],
    ],
    "in tags": [
      GLOSSARY,
      "# Glossary\n\n<dfn>Berth</dfn>: Where a ship lies.\n\n<b>Quay</b> – A wall.\n",
      ["list: Berth | Where a ship lies.", "list: Quay | A wall."],
    ],
    "in spans with a paragraph below": [
      "doc/src/glossary.md",
      "# Glossary\n\n- [berth]{#gloss-berth}\n\n  Where a ship lies.\n\n  More of it.\n\n  [berth]: #gloss-berth\n\n- [ship]{#gloss-ship}\\\n  What lies there.\n\n- [quay]{#gloss-quay}\n\n  A wall.\n",
      ["list: berth | Where a ship lies.", "list: ship | What lies there.", "list: quay | A wall."],
    ],
    "in items with items below": [
      GLOSSARY,
      "# Glossary\n\n- **Berth**\n  - Where a ship lies.\n- **Quay**\n  - A wall.\n- **Pier** _(noun)_: a bridge.\n",
      ["list: Berth | Where a ship lies.", "list: Quay | A wall.", "list: Pier | a bridge."],
    ],
    "in an index, where items below are something else": [
      "docs/glossary/README.md",
      "# Glossary\n\n- **Harbour**\n  - [Berth](berth.md)\n- **Ship**\n  - [Hull](hull.md)\n- **Sea**\n  - [Tide](tide.md)\n",
      [],
    ],
    "with a wide colon": [
      GLOSSARY,
      "# 术语\n\n## 港口\n\n- 泊位：船舶停靠的位置\n- 码头：供船停靠的建筑\n- 船坞：修船的地方\n",
      [
        "list: 泊位 | 船舶停靠的位置 | in 港口",
        "list: 码头 | 供船停靠的建筑 | in 港口",
        "list: 船坞 | 修船的地方 | in 港口",
      ],
    ],
    "in paragraphs that all begin so": [
      GLOSSARY,
      "# Glossary\n\nWords of the harbour.\n\nBerth — Where a ship lies.\n\nQuay — A wall.\n\nPier: A bridge.\n",
      ["list: Berth | Where a ship lies.", "list: Quay | A wall.", "list: Pier | A bridge."],
    ],
    "in paragraphs of which some begin so": [
      GLOSSARY,
      "# Glossary\n\nWords of the harbour.\n\nBerth — Where a ship lies.\n\nSee the map for more.\n\nQuay — A wall.\n\nPier: A bridge.\n",
      [],
    ],
    "with names that announce elsewhere": [
      "docs/harbour.md",
      "# Harbour\n\n## Glossary\n\n- **Berth**: a place\n- **Status**: free or taken\n- **Quay**: a wall\n- **Pier**: a bridge\n- **Note**: read it\n",
      [
        "section: Berth | a place | only docs/harbour.md",
        "section: Status | free or taken | only docs/harbour.md",
        "section: Quay | a wall | only docs/harbour.md",
        "section: Pier | a bridge | only docs/harbour.md",
      ],
    ],
    "with labels below headings": [
      GLOSSARY,
      "# Glossary\n\n## Berth\n\n- **Definition**: Where a ship lies.\n- **Example**: Number 7.\n\n## Quay\n\n**Definition**: A wall.\n**Also known as**: Wharf\n**See also**: Berth\n",
      ["heading: Berth | Where a ship lies.", "heading: Quay = Wharf | A wall."],
    ],
    "with boxes": [
      "docs/harbour.md",
      "# Harbour\n\n### Abbreviations\n\n- [ ] **ABBR-01**: Write them down\n- [x] **ABBR-02**: Sort them\n",
      [],
    ],
  },
  "tables whose header says little": {
    "with two words": [
      GLOSSARY,
      "# Glossary\n\n| Term / Acronym | Definition and use |\n|---|---|\n| Berth | A place |\n",
      ["table: Berth | A place"],
    ],
    "with a column of text": [
      GLOSSARY,
      "# Glossary\n\n| Begriff | Code | Was es hier ist |\n|---|---|---|\n| Liegeplatz | `berth` | Wo ein Schiff liegt |\n",
      ["table: Liegeplatz | Wo ein Schiff liegt"],
    ],
    "with a column of names": [
      GLOSSARY,
      "# Glossary\n\n| Nr. | Wort im Hafen | Bedeutung |\n|---|---|---|\n| 1 | Liegeplatz | Platz |\n",
      ["table: Liegeplatz | Platz"],
    ],
    "with acronyms": [
      "docs/harbour.md",
      "# Harbour\n\n## Acronyms\n\n| | |\n|---|---|\n| ETA | Estimated Time of Arrival |\n| VTS | Vessel Traffic Service |\n",
      [
        "section: ETA = Estimated Time of Arrival | Estimated Time of Arrival | only docs/harbour.md",
        "section: VTS = Vessel Traffic Service | Vessel Traffic Service | only docs/harbour.md",
      ],
    ],
    "with bold names": [
      GLOSSARY,
      "# Glossary\n\n| Slovo | Co to je |\n|---|---|\n| **Přístav** | Místo, kde stojí lodě |\n",
      ["table: Přístav | Místo, kde stojí lodě"],
    ],
    "that translate, list values or speak of files": [
      GLOSSARY,
      "# Glossary\n\n| Deutsch | English |\n|---|---|\n| Liegeplatz | berth |\n\n| In SQL | In Mongo | Meaning |\n|---|---|---|\n| table | collection | Many rows |\n\n| Status | Meaning |\n|---|---|\n| free | nobody is there |\n\n| In the paper | In the code |\n|---|---|\n| Harbour | src/harbour |\n",
      [],
    ],
  },
  "lists of definitions": {
    "in HTML": [
      "docs/harbour.md",
      '# Harbour\n\n## Glossary\n\n<dl>\n  <dt id="berth"><a href="x">Berth</a></dt>\n  <dt>Mooring</dt>\n  <dd>Where a <em>ship</em>\n  lies.</dd>\n\n  <dt>Estimated Time of Arrival (ETA)</dt>\n\n  <dd class="x">\n\n  When it comes.\n\n  </dd>\n  <dt>Empty</dt>\n</dl>\n\nText.\n',
      [
        "section: Berth = Mooring | Where a ship lies. | only docs/harbour.md",
        "section: Estimated Time of Arrival = ETA | When it comes. | only docs/harbour.md",
      ],
    ],
    "in HTML that is shown": [
      GLOSSARY,
      "# Glossary\n\n```html\n<dl><dt>Berth</dt><dd>A place</dd></dl>\n```\n",
      [],
    ],
    "as items": [
      "docs/harbour.md",
      "# Harbour\n\n## Glossary\n\n- Berth, resting place\n  - : Where a ship lies.\n- Quay\n  - : A wall.\n",
      [
        "section: Berth = resting place | Where a ship lies. | only docs/harbour.md",
        "section: Quay | A wall. | only docs/harbour.md",
      ],
    ],
  },
  "files and sections": {
    "that are numbered": [
      "docs/arc42/12_glossary.md",
      `# 12. Glossary\n\n${TABLE}`,
      ["table: Dock | A place for ships"],
    ],
    "of a domain": ["docs/harbour-glossary.md", TABLE, ["table: Dock | A place for ships"]],
    "of a language": ["docs/glossary.en.md", TABLE, ["table: Dock | A place for ships"]],
    "about making one": ["docs/update-glossary.md", TABLE, []],
    "called terminology": [
      "docs/terminology.md",
      "# Terminology\n\n## Berth\n\nA place for a ship.\n\n## Quay\n\nThe wall that ships lie at.\n",
      ["heading: Berth | A place for a ship.", "heading: Quay | The wall that ships lie at."],
    ],
    "called terminology that are about something else": [
      "docs/terminology.md",
      "# Terminology\n\n## Look-up\n\nCodes are compared with the list.\n\n## Import\n\nLists come every night.\n",
      [],
    ],
    "called acronyms": [
      "docs/acronyms.md",
      "# Acronyms\n\n- ETA: Estimated Time of Arrival\n- VTS: Vessel Traffic Service\n",
      ["list: ETA | Estimated Time of Arrival", "list: VTS | Vessel Traffic Service"],
    ],
    "of the first level": [
      "docs/harbour.md",
      "# Harbour\n\nText.\n\n# Terminology\n\n**Berth**: a place\n\n**Quay**: a wall\n\n# Ships\n\n**Hull**: not here\n\n**Keel**: nor here\n",
      ["section: Berth | a place | only docs/harbour.md", "section: Quay | a wall | only docs/harbour.md"],
    ],
    "in an appendix, with words around": [
      "docs/harbour.md",
      "# Harbour\n\n## Appendix A: Domain Glossary (2 terms)\n\n- **Berth**: a place\n\n### Definitions\n\n- **Quay**: a wall\n\n## List of Acronyms\n\n- **First use**: spell it out\n- **ETA**: arrival\n",
      [
        "section: Berth | a place | only docs/harbour.md",
        "section: Quay | a wall | only docs/harbour.md",
        "section: ETA | arrival | only docs/harbour.md",
      ],
    ],
    "called terms, in words around a glossary, and in other languages": [
      "docs/harbour.md",
      `# Harbour\n\n## Terms\n\n**Berth** — a place\n\n**Quay** — a wall\n\n## Context glossary\n\n- **Hull**: the outside\n\n## Słownik pojęć\n\n| Pojęcie | Wyjaśnienie |\n|---|---|\n| Molo | Most do statków |\n\n## 용어 풀이\n\n- **부두(quay)** — 배를 대는 곳\n\n## Updating the glossary\n\n- **Search**: press a key\n`,
      [
        "section: Berth | a place | only docs/harbour.md",
        "section: Quay | a wall | only docs/harbour.md",
        "section: Hull | the outside | only docs/harbour.md",
        "section: Molo | Most do statków | only docs/harbour.md",
        "section: 부두 | 배를 대는 곳 | only docs/harbour.md",
      ],
    ],
    "called vocabulary, where only tables count": [
      "docs/voice.md",
      "# Voice\n\n## Vocabulary\n\n**Use freely**: ships, blocks\n\n**Never use**: leverage\n\n| Word | Means |\n|---|---|\n| berth | where a ship lies |\n",
      ["section: berth | where a ship lies | only docs/voice.md"],
    ],
    "with terms as headings and others in lists": [
      GLOSSARY,
      "# Glossary\n\n## Actions\n\n- `moor`: to tie up\n- `cast off`: to leave\n- `dock`: to come in\n\n## Berth\n\nA place.\n\n## Quay\n\nA wall.\n\n## Pier\n\nA bridge.\n",
      [
        "list: moor | to tie up | in Actions",
        "list: cast off | to leave | in Actions",
        "list: dock | to come in | in Actions",
        "heading: Berth | A place.",
        "heading: Quay | A wall.",
        "heading: Pier | A bridge.",
      ],
    ],
    "with terms as headings and others in a table": [
      GLOSSARY,
      "# Glossary\n\n## Berth\n\nA place for a ship.\n\n## Quay\n\nA wall to lie at.\n\n## Acronyms\n\n| Acronym | Full form |\n|---|---|\n| ETA | Estimated Time of Arrival |\n",
      [
        "heading: Berth | A place for a ship.",
        "heading: Quay | A wall to lie at.",
        "table: ETA = Estimated Time of Arrival | Estimated Time of Arrival",
      ],
    ],
    "with a table and advice below headings": [
      GLOSSARY,
      "# Glossary\n\n## Ownership\n\nAsk the team before you add a word.\n\n## Naming\n\nUse short names.\n\n## Words\n\n| Term | Meaning |\n|---|---|\n| Dock | A place |\n",
      ["table: Dock | A place | in Words"],
    ],
    "that speak of the words of specifications": [
      "docs/contract.md",
      "# Contract\n\n## Terminology\n\n- **MUST / 必须**: it has to be so\n- **MAY**: it may be so\n- **Berth**: a place\n",
      ["section: Berth | a place | only docs/contract.md"],
    ],
    "of a context file, called glossary in its title": [
      "ui/CONTEXT.md",
      "# Harbour — Domain Glossary\n\n## Terms\n\n### Berth\nThe place that was assigned.\n\n### Quay\nThe wall.\n",
      ["list: Berth | The place that was assigned.", "list: Quay | The wall."],
    ],
    "called definitions, with other things": [
      "docs/harbour.md",
      "# Harbour\n\n## Definitions\n\nThese are rules.\n\n| Name | Description |\n|---|---|\n| id | A number |\n\n### Public\n\nA thing for all.\n\n### Private\n\nA thing for us.\n",
      [],
    ],
    "about glossaries": [
      "docs/how.md",
      "# Glossary\n\n## One word a file\n\nEach has its own file.\n\n## Several indexes\n\nWhen there are many, group them.\n",
      [],
    ],
  },
});

/** Glossary sections of other documents, by example. */
import { tryFormats } from "./format.ts";

tryFormats({
  "sections of a specification": {
    "with bullets": [
      "specs/001/spec.md",
      "# Spec\n\n**Status**: draft\n\n- **Other**: x\n\n## 7. Glossary\n\n- **Desync**: Two files differ\n- **device-flow** — A way to log in\n\n## Next\n\n- **Not**: this\n",
      [
        "section: Desync | Two files differ | only specs/001/spec.md",
        "section: device-flow | A way to log in | only specs/001/spec.md",
      ],
    ],
    "in other languages, with words behind": [
      "docs/agua.md",
      "# Agua\n\n## Glosario de términos\n\n| Término | Definición breve |\n|---|---|\n| Caudal | Litros por hora |\n\n## Glossary of Acronyms (short)\n\n- **LPH**: Litres per hour\n",
      [
        "section: Caudal | Litros por hora | only docs/agua.md",
        "section: LPH | Litres per hour | only docs/agua.md",
      ],
    ],
    "in Turkish": [
      "docs/liman.md",
      "# Liman\n\n## Terimler\n\n- **Rıhtım**: Gemilerin yanaştığı yer\n",
      ["section: Rıhtım | Gemilerin yanaştığı yer | only docs/liman.md"],
    ],
    "with bare bullets": [
      "specs/001/spec.md",
      "# Requirements\n\n## Glossary\n\n- Kiosk: Where visitors sign in\n- Visitor: Who signs in\n\n## Terminology\n\n- one\n- Two: x\n",
      [
        "section: Kiosk | Where visitors sign in | only specs/001/spec.md",
        "section: Visitor | Who signs in | only specs/001/spec.md",
      ],
    ],
    "with a table, bold names and subheadings": [
      "a.md",
      "# A\n\n## Terminology\n\n| Term | Description |\n|---|---|\n| Hub | A centre |\n\n**Spoke** - A way\n\n**Rim** - An edge\n\n## Terms and Definitions\n\n### Axle\n\nA rod.\n\n### Nut\n\nA ring.\n",
      [
        "section: Hub | A centre | only a.md",
        "section: Spoke | A way | only a.md",
        "section: Rim | An edge | only a.md",
        "section: Axle | A rod. | only a.md",
        "section: Nut | A ring. | only a.md",
      ],
    ],
    "of another name": [
      "a.md",
      "# A\n\n## Glossary Links\n\n- **X** - y\n\n## Terms of use\n\n- **X** - y\n\n## Options\n\n- **X** - y\n",
      [],
    ],
    "in code": ["a.md", "# A\n\n```md\n## Glossary\n\n- **X** - y\n```\n", []],
  },
});

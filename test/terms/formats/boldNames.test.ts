/** Bold names in paragraphs and lists, by example. */
import { GLOSSARY, tryFormats } from "./format.ts";

tryFormats({
  "bold names": {
    "with a dash or a colon": [
      GLOSSARY,
      "# Glossary\n\n## Terms\n\n**Stack** - What is deployed together.\n\n**Project**: Code for one stack.\n\n**Lane:** A way to production,\nor back.\n\n**Zone** — Where it runs.\n",
      [
        "list: Stack | What is deployed together.",
        "list: Project | Code for one stack.",
        "list: Lane | A way to production, or back.",
        "list: Zone | Where it runs.",
      ],
    ],
    "on lines of one paragraph": [
      GLOSSARY,
      "# Glossary\n\n**ETA** - Estimated time of arrival  \n**POD** - Proof of delivery  \n**AT&T** - A carrier\n",
      ["list: ETA | Estimated time of arrival", "list: POD | Proof of delivery", "list: AT&T | A carrier"],
    ],
    "with a full stop": [
      "docs/glossar.md",
      "# Glossar\n\n**Frachtbrief**. Begleitet die Ware.\n\n**ETA**. *(Abk.)* Ankunftszeit.\n",
      ["list: Frachtbrief | Begleitet die Ware.", "list: ETA | (Abk.) Ankunftszeit."],
    ],
    "below headings that only divide": [
      GLOSSARY,
      "# Glossary\n\n## Shipping\n\n**Parcel:** What is sent.\n\n**Pallet**. Many parcels.\n\n## People\n\n**Driver**:\nWho brings it.\n",
      ["list: Parcel | What is sent.", "list: Pallet | Many parcels.", "list: Driver | Who brings it."],
    ],
    "with advice instead of names to avoid": [
      "CONTEXT.md",
      "# Depot\n\n## Language\n\n**Depot**:\nWhere parcels wait.\n_Avoid_: Speaking of it as one hall, shed, or yard\n\n**Gate**:\nA door.\n_Avoid_: door, dock\n",
      ["list: Depot | Where parcels wait.", "list: Gate | A door. | not: door, dock"],
    ],
    "with names to avoid": [
      "CONTEXT.md",
      `# Ordering

## Language

**Order**:
What a customer has asked for.
_Avoid_: Purchase, "transaction" (in copy); basket.

**Customer**:
Who orders.
_Avoid_: client、user

## Relationships

- An **Order** belongs to one **Customer**

## Notes

**Status**: done
`,
      [
        "list: Order | What a customer has asked for. | not: Purchase, transaction, basket",
        "list: Customer | Who orders. | not: client, user",
      ],
    ],
    "with names to avoid on several lines": [
      "CONTEXT.md",
      '# Game\n\n## Language\n\n### Places\n\n**World**: \nThe space that all share.\nThere is one.\n_Avoid_: Server, realm (reserve "map" for\nnothing), channel (the old\nname)\n\n**Zone**:\nA part of the world.\n_Avoid_: level; and _map_ as a name for what is drawn\n',
      [
        "list: World | The space that all share. There is one. | in Places | not: Server, realm, channel",
        "list: Zone | A part of the world. | in Places | not: level",
      ],
    ],
    "in a context file about something else": [
      "CONTEXT.md",
      "# Context\n\n**Status**: accepted\n\n**Owner**: the team\n\n## Decision\n\n**Option one**: do it\n\n**Option two**: leave it\n",
      [],
    ],
    "that are no names": [
      GLOSSARY,
      "# Glossary\n\n**Note**: read this.\n\n**What is new?** A lot.\n\n**Step 1**: begin.\n\n**Stack** - One.\n",
      [],
    ],
    "as code in a list": [
      GLOSSARY,
      "# Glossary\n\n- `task card`: the smallest unit.\n- `B0`: read-only review. Look.\n- `source pack`: what is known.\n",
      [
        "list: task card | the smallest unit.",
        "list: B0 | read-only review. Look.",
        "list: source pack | what is known.",
      ],
    ],
    "in brackets beside them": [
      GLOSSARY,
      "# Glossary\n\n**ADR** (Architecture Decision Record) - A decision.\n\n**RFC** (Request for Comments): A proposal.\n",
      [
        "list: ADR = Architecture Decision Record | A decision.",
        "list: RFC = Request for Comments | A proposal.",
      ],
    ],
  },
});

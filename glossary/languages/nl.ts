import type { Language } from "./language.ts";

export const nl: Language = {
  code: "nl",
  name: "Dutch",
  smallWords: "het, een, niet, wordt, worden, voor, zijn, naar, ook, omdat, deze, van, bij, wij, dit",
  adr: {
    sections: {
      references: "verwijzingen",
      rationale: "onderbouwing, motivatie, ^reden, ^redenen",
      drivers: "overwegingen, uitgangspunten, criteria",
      alternatives: "alternatieven, opties, overwogen opties",
      consequences: "gevolgen, consequenties, risico's",
      benefits: "voordelen",
      context: "aanleiding, probleemstelling, achtergrond, context",
      status: "^status",
      date: "^datum",
      decision: "besluit, beslissing, oplossing",
    },
    joining: "en, van, de, het",
    statuses: {
      draft: "concept",
      proposed: "voorgesteld",
      accepted: "geaccepteerd, aanvaard, goedgekeurd, besloten",
      rejected: "afgewezen, verworpen",
      deprecated: "verouderd",
      superseded: "vervangen",
    },
    signposts: "verplaatst, te vinden",
    placeholders: {
      answers: "geen, niet van toepassing",
    },
    forExample: "bijvoorbeeld",
    former: "voormalige?, voorheen",
    negations: String.raw`(?:on|niet)\p{L}+`,
    qualifiers: "gedeeltelijk, deels, grotendeels, voorlopig, voorwaardelijk, reeds, volledig",
    unfinished: "door, met, en, of, maar, van, de, het",
  },
  glossary: {
    files: {
      names: "begrippenlijst",
      terminology: "terminologie",
      nameHints: "begrip",
    },
    titles: {
      glossaryAlone: "begrippen(?:lijst)?, woordenlijst",
      terminology: "terminologie",
      hints: "begri, woord",
    },
    columns: {
      term: "begrip(?:pen)?, term",
      short: "afkorting",
      definition: "definitie, betekenis, omschrijving",
    },
  },
};

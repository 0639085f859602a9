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
  inflection: {
    endings: "en, s, n, e, es, eren",
    changes: `
      aak/aken, aap/apen, aal/alen, aan/anen, aar/aren, aat/aten, aaf/aven, aas/azen, aam/amen, aad/aden,
      aag/agen, eek/eken, eel/elen, een/enen, eer/eren, eet/eten, eem/emen, eef/even, ees/ezen, eed/eden,
      eeg/egen, ook/oken, oop/open, ool/olen, oon/onen, oor/oren, oot/oten, oom/omen, oos/ozen, oof/oven,
      ood/oden, oog/ogen, uur/uren, uut/uten, uik/uiken, ip/ippen, op/oppen, ap/appen, ep/eppen, up/uppen,
      ak/akken, ek/ekken, ik/ikken, ok/okken, uk/ukken, el/ellen, al/allen, il/illen, ol/ollen, ul/ullen,
      an/annen, en/ennen, in/innen, on/onnen, un/unnen, at/atten, et/etten, it/itten, ot/otten, ut/utten,
      as/assen, es/essen, is/issen, os/ossen, us/ussen, af/affen, ef/effen, of/offen, ag/aggen, eg/eggen,
      ig/iggen, og/oggen, ug/uggen, am/ammen, em/emmen, im/immen, om/ommen, um/ummen, ad/adden, ed/edden,
      id/idden, od/odden, heid/heden, ijf/ijven, ief/ieven, lf/lven, rf/rven, ns/nzen, is/izen, a/a's, o/o's,
      i/i's
    `,
  },
};

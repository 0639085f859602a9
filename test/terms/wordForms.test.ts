/** How nouns are written in the texts of their language: hovers on their forms explain them. */
import { describe, expect, it } from "vitest";
import { hover } from "../../glossary/terms/features/hover.ts";
import { usesIn } from "../../glossary/terms/index/uses.ts";
import { formsOfWord } from "../../glossary/terms/model/inflection.ts";
import { languageOf } from "../../glossary/terms/model/language.ts";
import { mark, PAGE, pageOf, workspace } from "../fixture.ts";

/** By language the title of a glossary, and forms by name; after `not` what is no form of it. */
const LANGUAGES: Readonly<Record<string, { title: string; names: Readonly<Record<string, string>> }>> = {
  en: {
    title: "Glossary",
    names: {
      Retry: "retries, retried",
      Index: "indexing",
      Queue: "queueing",
      Batch: "batched",
      "Data Centre": "data centres, datacentre",
      Catalogue: "catalog",
      "Work Item": "work-item, WorkItem",
      "Back-pressure": "backpressure",
      Criterion: "criteria",
      Policy: "policies",
      Analysis: "analyses",
      Schema: "schemas",
      "Life cycle": "lifecycle",
      Email: "e-mail",
      Rollback: "roll-back",
      "Single Sign-On": "single-sign-on",
      Order: "orders not ordinary",
      Category: "categories",
      "Colour Scheme": "color schemes",
      Behaviour: "behaviors",
      Organisation: "organization",
      Cache: "cached not cachet",
      Endpoint: "end points",
      Backup: "back up",
      Handover: "hand over",
      Checkout: "check out",
      Dataset: "data set, data-sets",
      Workflow: "work flow",
      "Life Cycle": "life-cycle, lifecycles",
      "Micro Service": "microservices",
      "Time Zone": "timezone",
      Matrix: "matrices",
      Hypothesis: "hypotheses",
      Rename: "renamed, re-name",
      Validate: "validating",
      Merge: "merged not merger",
      Key: " not keyed",
      Throughput: " not through",
    },
  },
  de: {
    title: "Glossar",
    names: {
      Rolle: "Rollen not rollen, Roller",
      Dienst: "Dienste, Dienstes",
      Vertrag: "Verträge, Verträgen",
      Buch: "Bücher",
      Schnittstelle: "Schnittstellen",
      Bestellung: "Bestellungen",
      Datensatz: "Datensätze",
      "Offener Posten": "offene Posten",
      Rechnung: "rechnung",
      Mandant: "Mandanten",
      Aufgabe: "Aufgaben",
      Ereignis: "Ereignisse, Ereignissen",
      Lieferant: "Lieferanten",
      Zahlung: "Zahlungen",
      Vorgang: "Vorgänge, Vorgangs, Vorgaenge",
      Benutzer: "Benutzern, Benutzers",
      Wort: "Wörter not wortlos",
      Handbuch: "Handbücher",
      Prüfung: "Pruefung",
      Kennzahl: "Kennzahlen",
      Geschäftsprozess: "Geschäftsprozesse",
      Anfrage: "Anfragen",
      Fehler: "Fehlern not Fehlerklasse",
      Zustand: "Zustände",
      Datenbank: "Datenbanken",
      Konto: "Konten",
      Thema: "Themen",
      Schlüssel: "Schluessel",
      Größe: "Groesse, GRÖSSE",
      "Fachliche Anforderung": "fachlichen Anforderungen",
      Feld: "Felder",
      Bank: " not Banker",
    },
  },
  fr: {
    title: "Glossaire",
    names: {
      Simulateur: "simulateurs",
      "Cas type": "cas types",
      "Jeu de données": "jeux de données",
      "Aide publique": "aides publiques",
      Acteur: "l’acteur, actrices not acte",
      "Utilisateur final": "utilisateurs finaux",
      Travail: "travaux",
      Niveau: "niveaux",
      Réseau: "réseaux",
      Dossier: "dossiers",
      Élève: "élèves, l’élève",
      "Service public": "services publics",
      "Plan de travail": "plans de travail",
      Usager: "d’usagers",
      Journal: "journaux",
      "Compte utilisateur": "comptes utilisateurs",

      "Règle métier": "règles métiers",
      Port: " not porte",
    },
  },
  es: {
    title: "Glosario",
    names: {
      Comisión: "comisiones",
      Dictamen: "dictámenes",
      "Periodo legislativo": "periodos legislativos",
      Luz: "luces",
      Usuario: "usuarios",
      Informe: "informes",
      Sesión: "sesiones",
      "Red social": "redes sociales",
      Votación: "votaciones, votacion",
      Ley: "leyes",
      "Caso de uso": "casos de uso not casa de uso",
      Servidor: "servidores",
      "Base de datos": "bases de datos",
      Canal: "canales",
      Iniciativas: "iniciativa",
      Examen: "exámenes",
      Puerto: " not puerta",
    },
  },
  pt: {
    title: "Glossário",
    names: {
      Ação: "ações",
      Papel: "papéis",
      Usuário: "usuários",
      Sessão: "sessões",
      Animal: "animais",
      "Cartão de crédito": "cartões de crédito",
      Nível: "níveis",
      Cidadão: "cidadãos",
      Imagem: "imagens",
      Servidor: "servidores",
    },
  },
  it: {
    title: "Glossario",
    names: {
      Modulo: "moduli",
      Richiesta: "richieste",
      Utente: "utenti",
      Banca: "banche",
      Servizio: "servizi",
      Sistema: "sistemi",
      Contratto: "contratti",
      Parco: "parchi",
      Fornitore: "fornitori",
      "Regola di calcolo": "regole di calcolo",
    },
  },
  nl: {
    title: "Begrippenlijst",
    names: {
      Afspraak: "afspraken",
      Klant: "klanten",
      Gebruiker: "gebruikers",
      Aanvraag: "aanvragen",
      Begrip: "begrippen",
      Brief: "brieven",
      Taak: "taken",
      Huis: "huizen",
      Activiteit: "activiteiten",
      Mogelijkheid: "mogelijkheden",
      Sleutel: "sleutels",
    },
  },
  ru: {
    title: "Глоссарий",
    names: {
      Заказ: "заказы",
      Корзина: "корзины",
      Очередь: "очереди",
      Пользователь: "пользователей",
      Документ: "документами",
      Счёт: "счета",
      Событие: "событий, события",
      Задача: "задачи, задачу",
      Сущность: "сущностей",
      Заявка: "заявок, заявки",
      "Модель данных": "модели данных",
    },
  },
  pl: {
    title: "Słownik",
    names: {
      Zamówienie: "zamówienia",
      Koszyk: "koszyki",
      Użytkownik: "użytkownicy, użytkowników",
      Faktura: "faktury",
      Klient: "klienta",
      Produkt: "produktów",
      Dokument: "dokumentami",
      Usługa: "usług",
      Zdarzenie: "zdarzeń, zdarzeniami",
      Element: "elementów",
    },
  },
  sv: {
    title: "Ordlista",
    names: {
      Kund: "kunder",
      Avtal: "avtalet",
      Användare: "användaren",
      Faktura: "fakturor, fakturan",
      Ärende: "ärenden",
      Tjänst: "tjänster, tjänsten",
      Händelse: "händelser",
      Regel: "regler",
      Nyckel: "nycklar",
    },
  },
  ko: {
    title: "용어집",
    names: {
      장바구니: "장바구니에, 장바구니를",
      주문: "주문을, 주문이 not 새주문",
      사용자: "사용자에게, 사용자는, 사용자들이",
    },
  },
  ja: {
    title: "用語集",
    names: {
      注文: "注文を確認, 注文を",
      利用者: "利用者が",
    },
  },
  he: {
    title: "מילון מונחים",
    names: {
      הזמנה: "ההזמנה, בהזמנה, הזמנות",
      משתמש: "המשתמש, משתמשים",
      מסמך: "למסמך",
    },
  },
  ar: {
    title: "المصطلحات",
    names: {
      طلب: "الطلب, الطلبات",
      مستخدم: "المستخدم, المستخدمين",
      خدمة: "الخدمات, والخدمة",
    },
  },
  tr: {
    title: "Sözlük",
    names: {
      Sipariş: "siparişler, siparişi",
      Kullanıcı: "kullanıcının",
      Kayıt: "kayıtları",
      Işık: "IŞIK",
      Belge: "belgeler, belgenin",
    },
  },
  uk: {
    title: "Глосарій",
    names: {
      Користувач: "користувачі",
      Подія: "події",
      Замовлення: "замовленням",
      Кошик: "кошику",
    },
  },
  nb: {
    title: "Ordliste",
    names: {
      Bruker: "brukere, brukeren",
      Tjeneste: "tjenester",
      Melding: "meldinger",
      Søknad: "søknaden",
    },
  },
  cs: {
    title: "Slovník",
    names: {
      Uživatel: "uživatelé, uživatele",
      Objednávka: "objednávky, objednávek",
      Dokument: "dokumenty",
      Událost: "události",
      Košík: "košíku",
    },
  },
};

function explained(title: string, name: string, form: string): boolean {
  const glossary = `# ${title}\n\n## ${name}\n\n${name}.\n\n## Zzxq\n\n${name}.\n`;
  const at = workspace({ "docs/glossary.md": glossary, [PAGE]: `x ${form} y.\n` });
  const offset = 2 + form.indexOf("’") + 1;
  return hover(at.host.snapshot(), pageOf(at), offset) !== undefined;
}

for (const [code, { title, names }] of Object.entries(LANGUAGES))
  describe(code, () => {
    it.each(Object.entries(names))("%s: %s", (name, list) => {
      const [are = "", not = ""] = list.replace(/^not /, " not ").split(" not ");
      const words = (text: string) => text.split(", ").filter(Boolean);
      expect(words(are).filter((form) => !explained(title, name, form))).toEqual([]);
      expect(words(not).filter((form) => explained(title, name, form))).toEqual([]);
    });
  });

function uses(glossary: string, text: string): string {
  const at = workspace({ "docs/glossary.md": glossary, [PAGE]: text });
  const found = usesIn(at.host.snapshot(), pageOf(at));
  return mark(
    text,
    found.map(({ span }) => span),
  );
}

describe("uses", () => {
  it("end before a particle", () => {
    expect(uses("# 용어집\n\n## 주문\n\n글.\n\n## API\n\n글.\n", "주문을 API로 새주문을\n")).toBe(
      "«주문»을 «API»로 새주문을\n",
    );
  });
  it("are not the verbs of a name", () => {
    const glossary = "# Glossary\n\n## Retry\n\nAnother attempt.\n\n## Rollback\n\nThe way back.\n";
    expect(uses(glossary, "We retried, re-try and roll back; a rollback.\n")).toBe(
      "We retried, «re-try» and roll back; a «rollback».\n",
    );
  });
  it("are those of the name that is written as it is", () => {
    const glossary = "# Glossar\n\n## Kunde\n\nEine Person.\n\n## Kunden\n\nDie Liste.\n";
    const at = workspace({ "docs/glossary.md": glossary, [PAGE]: "Die Kunden.\n" });
    const [use] = usesIn(at.host.snapshot(), pageOf(at));
    expect(use?.terms.map(({ name }) => name)).toContain("Kunden");
  });
});

describe("no forms", () => {
  it.each([
    ["have acronyms", "HTTP", "en"],
    ["have words in capitals", "DIENST", "de"],
    ["have words with capitals of their own", "GitHub", "de"],
    ["have words with digits", "Kubernetes2", "de"],
    ["have short words", "Tag", "de"],
    ["are known in an unknown language", "Rolle", "xx"],
  ])("%s", (_, word, code) => expect(formsOfWord(word, code, true)).toEqual([]));
});

describe("the language of a glossary", () => {
  it.each([
    ["de", "docs/glossary.de.md", "Glossary", "The text is in English."],
    ["pt", "docs/pt-br/glossary.md", "", ""],
    ["en", "docs/glossary.md", "Glossary", "## Order\n\nIt is what is bought."],
    ["en", "docs/glossary.md", "Glossary", ""],
    ["de", "docs/glossary.md", "Glossary", "Das ist die Rolle, die wir nicht haben."],
    ["fr", "docs/glossaire.md", "Glossaire", "## API"],
    ["uk", "docs/glossary.md", "", "Кошик і товари"],
    ["tr", "docs/glossary.md", "Glossary", "## Sipariş"],
  ])("is %s: %s", (code, path, title, text) => expect(languageOf(path, title, text)).toBe(code));
});

import type { Language } from "./language.ts";

export const tr: Language = {
  code: "tr",
  name: "Turkish",
  smallWords: "ve, bir, bu, için, ile, olarak, de, çok, daha, olan, gibi, da",
  adr: {
    sections: {
      references: "kaynaklar, bağlantılar, ilgili, notlar",
      rationale: "gerekçe, gerekçeler, gerekçesi, argüman, argümanlar, neden, nedenler",
      outcome: "seçilen seçenek, karar sonucu",
      drivers: "kriterler, gereksinimler, kısıtlamalar, kısıtlar, varsayımlar, faktörler, hedefler",
      alternatives: "alternatifler, seçenekler, değerlendirilen, artılar ve eksiler",
      consequences: "sonuçlar, sonuçları, etkiler, etkileri, riskler",
      benefits: "faydalar, avantajlar",
      context: "bağlam, sorun, problem tanımı, arka plan, durum tespiti",
      status: "^durum",
      date: "^tarih",
      deciders: "karar vericiler, karar verenler",
      decision: "karar, kararlar, çözüm, öneri, sonuç",
    },
    joining: "ve",
    reasonLabels: "gerekçe, neden, reddedilme nedeni",
    statuses: {
      draft: "taslak",
      proposed: "önerildi, önerilen, inceleniyor, beklemede",
      accepted: "kabul edildi, onaylandı, kabul",
      implemented: "uygulandı, tamamlandı",
      rejected: "reddedildi, iptal",
      deprecated: "kullanımdan kaldırıldı, eskimiş",
      superseded: "yerine geçildi, değiştirildi, yerini aldı",
    },
    negations: String.raw`\p{L}+m[ae]d[ıi]`,
    qualifiers: "kısmen, geçici olarak, koşullu olarak, şartlı olarak",
    relations: {
      supersedes: "yerine geçer",
      supersededBy: "tarafından değiştirildi",
    },
    reasons: {
      deciding: "seçtik, seçildi, karar, tercih",
      because: "çünkü, bu yüzden, bu nedenle, bu sayede, böylece, böylelikle, zira, dolayısıyla",
      becauseOfThat: `
        nedeniyle, sebebiyle, dolayı, ötürü, yüzünden, sayesinde, amacıyla, maksadıyla, olduğundan
      `,
      enclosed: String.raw`
        (?<!\p{L})\p{L}{1,30}(?:mak|mek|ması|mesi|mamız|memiz|[dt][ıiuü]ğ(?:ı|i|u|ü)(?:m[ıiuü]z)?|(?:acağı|eceği)(?:m[ıi]z)?)\s+için(?!\p{L}),
        (?<!\p{L})\p{L}{1,30}[dt][ıiuü]ğ[ıiuü](?:m[ıiuü]z)?(?:ndan|nden|dan|den)(?!\p{L})
      `,
      concluding: "bu yüzden, bu nedenle",
      weighing: "daha",
    },
    options: {
      rejected: "reddedildi",
      because: "çünkü",
      headings: "artılar, eksiler, avantajlar, dezavantajlar",
      marks: "iyi, kötü",
    },
    placeholders: {
      lines: "belirlenecek, yapılacak",
      answers: "yok",
    },
    files: {
      templates: "şablon",
    },
    rationaleHeading: {
      below: "karar",
      name: "Gerekçe",
    },
    columns: {
      title: "başlık",
      status: "durum",
      date: "tarih",
    },
    fields: {
      statusCell: "durum",
      statusLine: "durum",
    },
  },
  requirements: {
    requirement: "gereksinim(?:ler)?",
    acceptance: "kriter",
  },
  glossary: {
    files: {
      names: "sozluk, sözlük",
      nameHints: "sozluk, sözl",
    },
    titles: {
      glossaryAlone: "sözlük, terimler(?: sözlüğü)?",
      hints: "sözlük, terim",
    },
    columns: {
      term: "terim, kavram",
      short: "kısaltma",
      definition: "tanım, anlam",
    },
    sections: {
      category: "kavram, teknoloji, özellik",
    },
  },
  inflection: {
    letters: "ğıİş",
    endings: `
      ler, lar, i, ı, u, ü, yi, yı, yu, yü, e, a, ye, ya, de, da, te, ta, den, dan, ten, tan, in, ın, un, ün, nin,
      nın, nun, nün, leri, ları, lere, lara, lerde, larda, lerden, lardan, lerin, ların, le, la, yle, yla, si, sı,
      su, sü, im, ım, imiz, ımız, ini, ını, ine, ına, inde, ında, inden, ından, sini, sını, sine, sına, sinin,
      sının
    `,
    changes: `
      p/bi, p/bı, p/bu, p/ba, p/be, k/gi, k/gı, k/gu, k/ga, k/ge, k/gin, k/gın, t/di, t/dı, t/du, t/da, t/de,
      ç/ci, ç/cı, k/gini, p/bin, p/bın
    `,
  },
};

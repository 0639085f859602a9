/** Whether a record says why: each style, in several languages, with a reason and without one. */
import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";

interface Language {
  readonly accepted: string;
  readonly status: string;
  readonly decision: string;
  readonly rationale: string;
  readonly alternatives: string;
  readonly rejected: string;
  /** What was decided, and nothing else. */
  readonly bare: readonly string[];
  /** What was decided, with the reason in the same sentence. */
  readonly reasoned: readonly string[];
  /** A reason without any word that gives it away. */
  readonly plain: string;
}

const LANGUAGES: Readonly<Record<string, Language>> = {
  English: {
    accepted: "Accepted",
    status: "Status",
    decision: "Decision",
    rationale: "Rationale",
    alternatives: "Alternatives",
    rejected: "Rejected because",
    bare: [
      "We will store prices in cents.",
      "All services write their logs to standard output. Logs are lines of JSON.",
      "Use PostgreSQL 15 for orders and Redis for sessions.",
    ],
    reasoned: [
      "We store prices in cents because rounding errors have cost us money twice.",
      "Logs go to standard output so that the platform can collect them.",
      "We chose PostgreSQL since every team already runs it.",
      "Sessions move to Redis to avoid losing them at every deployment.",
      "Given that the team is small, we keep one repository.",
      "We keep one queue; this makes retries visible to everybody.",
      "Due to the licence of the old library we replace it.",
      "We will use one region as it halves the bill for traffic.",
    ],
    plain: "Every team knows it, and nobody has to pay for a second licence.",
  },
  German: {
    accepted: "Akzeptiert",
    status: "Status",
    decision: "Entscheidung",
    rationale: "Begründung",
    alternatives: "Alternativen",
    rejected: "Verworfen, weil",
    bare: [
      "Wir speichern Preise in Cent.",
      "Alle Dienste schreiben ihre Protokolle auf die Standardausgabe.",
      "Es wird PostgreSQL verwendet.",
    ],
    reasoned: [
      "Wir speichern Preise in Cent, weil Rundungsfehler uns schon zweimal Geld gekostet haben.",
      "Die Protokolle gehen auf die Standardausgabe, damit die Plattform sie einsammeln kann.",
      "Wir nehmen PostgreSQL, da jedes Team es bereits betreibt.",
      "Sitzungen kommen nach Redis, um sie bei einer Auslieferung nicht zu verlieren.",
      "Aufgrund der Lizenz der alten Bibliothek ersetzen wir sie.",
      "Das Team ist klein und soll es bleiben, deshalb gibt es nur ein einziges Repository.",
      "Wir bleiben in einer Region, denn das halbiert die Kosten für den Verkehr.",
      "Eine Warteschlange genügt; das erleichtert es, Wiederholungen für alle sichtbar zu machen.",
    ],
    plain: "Jedes Team kennt es, und niemand muss für eine zweite Lizenz bezahlen.",
  },
  French: {
    accepted: "Accepté",
    status: "Statut",
    decision: "Décision",
    rationale: "Justification",
    alternatives: "Alternatives",
    rejected: "Rejeté car",
    bare: [
      "Nous stockons les prix en centimes.",
      "Tous les services écrivent leurs journaux sur la sortie standard.",
      "PostgreSQL est utilisé pour les commandes.",
    ],
    reasoned: [
      "Nous stockons les prix en centimes parce que les arrondis nous ont déjà coûté cher.",
      "Les journaux vont sur la sortie standard afin que la plateforme puisse les collecter.",
      "Nous choisissons PostgreSQL car chaque équipe l'exploite déjà.",
      "Les sessions vont dans Redis pour éviter de les perdre à chaque livraison.",
      "En raison de la licence de l'ancienne bibliothèque, nous la remplaçons.",
      "Nous restons dans une région, ce qui permet de diviser par deux le coût du trafic.",
      "Puisque l'équipe est petite, nous gardons un seul dépôt.",
      "Une seule file suffit, grâce à quoi les reprises sont visibles par tous.",
    ],
    plain: "Chaque équipe le connaît et personne ne doit payer une deuxième licence.",
  },
  Spanish: {
    accepted: "Aceptado",
    status: "Estado",
    decision: "Decisión",
    rationale: "Justificación",
    alternatives: "Alternativas",
    rejected: "Descartada porque",
    bare: [
      "Guardamos los precios en céntimos.",
      "Todos los servicios escriben sus registros en la salida estándar.",
      "Se usa PostgreSQL para los pedidos.",
    ],
    reasoned: [
      "Guardamos los precios en céntimos porque los redondeos ya nos costaron dinero.",
      "Los registros van a la salida estándar para que la plataforma los recoja.",
      "Elegimos PostgreSQL ya que todos los equipos lo usan.",
      "Las sesiones van a Redis para evitar perderlas en cada despliegue.",
      "Debido a la licencia de la biblioteca antigua, la sustituimos.",
      "Nos quedamos en una región, lo que permite reducir el coste del tráfico.",
      "Dado que el equipo es pequeño, mantenemos un solo repositorio.",
      "Una sola cola basta, así los reintentos son visibles para todos.",
    ],
    plain: "Todos los equipos lo conocen y nadie tiene que pagar una segunda licencia.",
  },
  Portuguese: {
    accepted: "Aceito",
    status: "Estado",
    decision: "Decisão",
    rationale: "Justificativa",
    alternatives: "Alternativas",
    rejected: "Rejeitada porque",
    bare: [
      "Guardamos os preços em centavos.",
      "Todos os serviços escrevem seus registros na saída padrão.",
      "Usa-se PostgreSQL para os pedidos.",
    ],
    reasoned: [
      "Guardamos os preços em centavos porque os arredondamentos já nos custaram dinheiro.",
      "Os registros vão para a saída padrão para que a plataforma os recolha.",
      "Escolhemos PostgreSQL, pois todas as equipes já o usam.",
      "As sessões vão para o Redis para evitar perdê-las a cada implantação.",
      "Devido à licença da biblioteca antiga, vamos substituí-la.",
      "Ficamos em uma região, o que permite reduzir o custo do tráfego.",
      "Uma vez que a equipe é pequena, mantemos um único repositório.",
      "Uma única fila basta, assim as repetições ficam visíveis para todos.",
    ],
    plain: "Todas as equipes o conhecem e ninguém precisa pagar uma segunda licença.",
  },
  Turkish: {
    accepted: "Kabul edildi",
    status: "Durum",
    decision: "Karar",
    rationale: "Gerekçe",
    alternatives: "Alternatifler",
    rejected: "Reddedildi çünkü",
    bare: [
      "Fiyatları kuruş olarak saklayacağız.",
      "Bütün servisler günlüklerini standart çıktıya yazar.",
      "Siparişler için PostgreSQL kullanılacak.",
    ],
    reasoned: [
      "Fiyatları kuruş olarak saklıyoruz, çünkü yuvarlama hataları bize iki kez para kaybettirdi.",
      "Platformun toplayabilmesi için günlükler standart çıktıya yazılır.",
      "Bütün ekipler zaten kullandığı için PostgreSQL seçtik.",
      "Oturumları her dağıtımda kaybetmemek için Redis kullanıyoruz.",
      "Eski kütüphanenin lisansı nedeniyle onu değiştiriyoruz.",
      "Tek bölgede kalıyoruz, böylece trafik maliyeti yarıya iniyor.",
      "Ekip küçük olduğundan tek bir depo tutuyoruz.",
      "Tek kuyruk sayesinde yeniden denemeleri herkes görebiliyor.",
    ],
    plain: "Bütün ekipler onu tanıyor ve kimse ikinci bir lisansa para ödemiyor.",
  },
  Japanese: {
    accepted: "承認済み",
    status: "ステータス",
    decision: "決定",
    rationale: "理由",
    alternatives: "代替案",
    rejected: "却下理由:",
    bare: [
      "価格はセント単位で保存する。",
      "すべてのサービスはログを標準出力に書き出す。",
      "注文にはPostgreSQLを使用する。",
    ],
    reasoned: [
      "丸め誤差で二度も損失が出たため、価格はセント単位で保存する。",
      "プラットフォームが収集できるように、ログは標準出力に書き出す。",
      "すべてのチームがすでに運用しているので、PostgreSQLを採用する。",
      "デプロイのたびにセッションが失われるのを防ぐために、Redisに移す。",
      "チームが小さいことから、リポジトリは一つにまとめる。",
      "リージョンは一つにする。なぜなら通信費が半分になるからだ。",
      "キューを一つにすることで、再試行が全員に見えるようになる。",
    ],
    plain: "どのチームも使い慣れており、二つ目のライセンスを購入する必要がない。",
  },
  Korean: {
    accepted: "승인됨",
    status: "상태",
    decision: "결정",
    rationale: "근거",
    alternatives: "대안",
    rejected: "기각: ",
    bare: [
      "가격은 센트 단위로 저장한다.",
      "모든 서비스는 로그를 표준 출력에 기록한다.",
      "주문에는 PostgreSQL을 사용한다.",
    ],
    reasoned: [
      "반올림 오류로 두 번이나 손해를 보았기 때문에 가격은 센트 단위로 저장한다.",
      "플랫폼이 수집할 수 있도록 로그를 표준 출력에 기록한다.",
      "모든 팀이 이미 운영하고 있으므로 PostgreSQL을 선택한다.",
      "배포할 때마다 세션을 잃지 않기 위해 Redis로 옮긴다.",
      "이전 라이브러리의 라이선스로 인해 교체한다.",
      "팀 규모를 고려하여 저장소를 하나만 유지하기로 했다.",
      "큐를 하나만 두는 덕분에 재시도가 모두에게 보인다.",
    ],
    plain: "모든 팀이 이미 익숙하고 두 번째 라이선스 비용을 낼 필요가 없다.",
  },
  Chinese: {
    accepted: "已接受",
    status: "状态",
    decision: "决定",
    rationale: "理由",
    alternatives: "备选方案",
    rejected: "拒绝：",
    bare: ["价格以分为单位存储。", "所有服务都把日志写到标准输出。", "订单使用PostgreSQL。"],
    reasoned: [
      "因为舍入误差曾两次造成损失，所以价格以分为单位存储。",
      "日志写到标准输出，以便平台统一收集。",
      "由于各个团队都已在使用，我们选择PostgreSQL。",
      "会话迁移到Redis，以避免每次部署时丢失。",
      "为了减少流量费用，我们只使用一个区域。",
      "团队规模较小，因此只保留一个代码仓库。",
      "只用一个队列，这样可以让大家都看到重试。",
      "鉴于旧库的许可证问题，我们将其替换。",
    ],
    plain: "每个团队都很熟悉它，也不需要购买第二份许可证。",
  },
};

/** A record of each style around the text of its decision. */
const STYLES: Readonly<Record<string, (language: Language, text: string) => string>> = {
  Nygard: ({ status, accepted, decision }, text) =>
    `# 7. X\n\n## ${status}\n\n${accepted}\n\n## ${decision}\n\n${text}\n`,
  "MADR 4": ({ accepted, decision }, text) =>
    `---\nstatus: "${accepted}"\ndate: 2025-01-02\n---\n\n# X\n\n## ${decision}\n\n${text}\n`,
  "MADR 2": ({ status, accepted, decision }, text) =>
    `# X\n\n* ${status}: ${accepted}\n* Date: 2025-01-02\n\n## ${decision}\n\n${text}\n`,
  SpecWeave: ({ status, accepted, decision }, text) =>
    `# ADR-0007: X\n\n**${status}**: ${accepted}\n\n## ${decision}\n\n${text}\n`,
  labels: ({ status, accepted, decision }, text) =>
    `# ADR-7: X\n\n- **${status}**: ${accepted}\n- **${decision}**: ${text}\n`,
  "bold lines": ({ status, accepted, decision }, text) =>
    `# ADR-7: X\n\n**${status}**\n\n${accepted}\n\n**${decision}**\n\n${text}\n`,
};

const PATH = "docs/adr/0007-x.md";

for (const [name, language] of Object.entries(LANGUAGES)) {
  describe(`in ${name}`, () => {
    for (const [style, write] of Object.entries(STYLES)) {
      for (const text of language.bare)
        it(`${style} without a reason: ${text}`, () =>
          expect(evaluate(PATH, write(language, text)).rationale).toBe("missing"));

      for (const text of language.reasoned)
        it(`${style} with a reason: ${text}`, () =>
          expect(evaluate(PATH, write(language, text)).rationale).toBe("present"));

      it(`${style} with a section of reasons`, () => {
        const [bare = ""] = language.bare;
        const text = `${write(language, bare)}\n## ${language.rationale}\n\n${language.plain}\n`;
        expect(evaluate(PATH, text).rationale).toBe("present");
      });

      it(`${style} with a rejected alternative`, () => {
        const [bare = ""] = language.bare;
        const text = `${write(language, bare)}\n## ${language.alternatives}\n\n### MySQL\n\n${language.rejected} ${language.plain}\n`;
        expect(evaluate(PATH, text).rationale).toBe("present");
      });
    }
  });
}

/** What ADR sections are called, in eighteen languages. Data only; sections.ts compares. */
import { words } from "./phrases.ts";

/** What a section of an ADR is about. */
export type Meaning =
  | "afterthought"
  | "references"
  | "rationale"
  | "benefits"
  | "alternatives"
  | "drivers"
  | "consequences"
  | "context"
  | "status"
  | "date"
  | "deciders"
  | "decision";

/**
 * In the order in which they are tried: "Decision Drivers" is about drivers, "Reasons for the Decision" about
 * reasons. A phrase matches as whole words; `^` binds it to the start, `$` to the end.
 */
export const SECTION_WORDS: readonly (readonly [meaning: Meaning, phrases: readonly string[]])[] = [
  [
    // Why a decision was given up does not tell why it was made.
    "afterthought",
    words(`
      deprecation, deprecated, withdrawal, withdrawn, supersession, superseded, superseded by,
      rationale for change, reason for change, reasons for change, change log, changelog, revision
      history, history, amendments, updates, non-goals, non goals, out of scope
    `),
  ],
  [
    "references",
    words(`
      related, references, reference, links, see also, further reading, more information, resources,
      appendix, notes, glossary, artifacts, ^documentation$, sources, bibliography, referenzen,
      verweise, siehe auch, weitere informationen, références, liens, voir aussi, referencias,
      enlaces, véase también, referências, ligações, veja também, notas, kaynaklar, bağlantılar,
      ilgili, notlar, 参考, 関連, リンク, 备注, 相关, 참고, 관련, 링크,
      riferimenti, verwijzingen, odnośniki, referenser, referanser, ссылки, посилання
    `),
  ],
  [
    "rationale",
    words(`
      rationale, rationales, reasoning, reason, reasons, justification, justifications, motivation,
      ^why, ^argument, ^arguments$, ^factors, key factors, decision factors, ^explanation$, basis
      for decision, basis of decision, basis for the decision, ^motivations, begründung, gründe,
      warum, argumente, motivación, justificación, razonamiento, razones, ^por qué, argumento,
      argumentos, motivo, motivos, justificativa, justificação, racional, razões, ^por que, motivação,
      raisons, ^pourquoi, argumentation, raisonnement, motifs, gerekçe, gerekçeler, gerekçesi,
      argüman, argümanlar, neden, nedenler, 根拠, 理由, 動機, なぜ, 근거, 이유, 논거, 동기, 依据, 原因, 论证, 动机, 依據, 為什麼,
      为什么,
      motivazione, motivazioni, onderbouwing, motivatie, ^reden, ^redenen, uzasadnienie, motivering,
      begrunnelse, begrundelse, odůvodnění, обоснование, причины, мотивация, обґрунтування, причини
    `),
  ],
  [
    // Ahead of "options": these say what was chosen of them.
    "decision",
    words(`
      decision outcome, chosen option, selected option, chosen solution, proposed solution, ^chosen,
      gewählte option, option choisie, option retenue, opción elegida, opción seleccionada, opção
      escolhida, seçilen seçenek, karar sonucu, 選択した選択肢, 선택된 옵션, 选定方案, 所选方案
    `),
  ],
  [
    "drivers",
    words(`
      drivers, driver, criteria, criterion, requirements, constraints, constraint, assumptions,
      forces, ^goals, goals$, principles, considerations, desiderata, ^objectives,
      entscheidungstreiber, treiber, kriterien, anforderungen, randbedingungen, annahmen, ziele,
      critères, exigences, contraintes, hypothèses, objectifs, facteurs, factores, criterios,
      requisitos, restricciones, supuestos, objetivos, critérios, restrições, premissas, fatores,
      kriterler, gereksinimler, kısıtlamalar, kısıtlar, varsayımlar, faktörler, hedefler, 決定要因,
      判断基準, 制約, 前提, 要件, 결정 요인, 기준, 제약, 가정, 요구사항, 驱动因素, 驅動因素, 标准, 约束, 假设, 需求,
      requisiti, vincoli, criteri, overwegingen, uitgangspunten, wymagania, kryteria, krav, требования,
      критерии, ограничения, вимоги, критерії
    `),
  ],
  [
    "alternatives",
    words(`
      considered options, options considered, options, option, alternatives, alternative, positions,
      candidates, pros and cons, pros & cons, pros/cons, solution space, other approaches,
      approaches considered, considered approaches, choices, competition, prior art, comparison,
      alternativen, optionen, betrachtete optionen, abgelehnt, vor- und nachteile, varianten,
      alternatives envisagées, options envisagées, avantages et inconvénients, alternativas,
      opciones, opções, prós e contras, ventajas y desventajas, alternatifler, seçenekler,
      değerlendirilen, artılar ve eksiler, 選択肢, 代替案, 検討, 대안, 옵션, 선택지, 备选, 可选, 选项, 替代方案, 備選, 替代, 選項,
      方案对比,
      alternative, opzioni, opzioni considerate, alternatieven, opties, overwogen opties, alternatywy,
      rozważane opcje, opcje, alternativ, alternativer, varianty, alternativy, альтернативы, варианты,
      рассмотренные варианты, альтернативи, варіанти
    `),
  ],
  [
    "consequences",
    words(`
      consequences, consequence, implications, implication, impact, impacts, trade-offs, tradeoffs,
      trade-off, tradeoff, trade offs, risks, risk, drawbacks, effects, side effects, ^positive$,
      ^negative$, ^neutral$, ramifications, repercussions, liabilities, konsequenzen, folgen,
      auswirkungen, risiken, nachteile, conséquences, implications, risques, inconvénients, impacts,
      consecuencias, implicaciones, riesgos, impacto, consequências, implicações, riscos, sonuçlar,
      sonuçları, etkiler, etkileri, riskler, 影響, 結果, 帰結, リスク, 결과, 영향, 위험, 后果, 影响, 風險, 风险, 結果, 權衡, 权衡,
      conseguenze, impatti, rischi, gevolgen, consequenties, risico's, konsekwencje, skutki, konsekvenser,
      důsledky, dopady, последствия, следствия, риски, наслідки, ризики
    `),
  ],
  [
    "benefits",
    words(`
      benefits, benefit, advantages, ^pros$, vorteile, nutzen, avantages, bénéfices, ventajas,
      beneficios, vantagens, benefícios, faydalar, avantajlar, 利点, メリット, 장점, 이점, 好处, 优点,
      vantaggi, voordelen, zalety, fördelar, fordele, fordeler, výhody, преимущества, переваги
    `),
  ],
  [
    "context",
    words(`
      context, problem, problems, issue, issues, background, need, situation, current state, problem
      statement, prologue, use case, use cases, challenge, challenges, user story, question, root
      cause, pain points, kontext, problemstellung, hintergrund, ausgangslage, fragestellung,
      contexte, problème, problématique, contexto, problema, planteamiento, antecedentes, enunciado,
      situación, situação, bağlam, sorun, problem tanımı, arka plan, durum tespiti, 背景, 文脈, コンテキスト,
      課題, 問題, 경위, 문맥, 배경, 맥락, 컨텍스트, 문제, 上下文, 问题, 現状, 现状, 語境, 语境,
      contesto, aanleiding, probleemstelling, achtergrond, kontekst, tło, opis problemu, bakgrund,
      sammanhang, bakgrunn, baggrund, pozadí, контекст, проблема, предпосылки, передумови
    `),
  ],
  [
    "status",
    words(
      "^status, ^stato, ^stav, ^stan$, ^статус, ^current status, ^estado, ^statut, ^état, ^etat, ^durum, ^ステータス, ^状態, ^상태, ^状态, ^狀態",
    ),
  ],
  ["date", words("^date, ^start date, ^datum, ^fecha, ^data$, ^tarih, ^日付, ^날짜, ^日期, ^дата")],
  [
    "deciders",
    words(`
      deciders, decider, decision makers, decision-makers, decision maker, ^authors, ^author,
      entscheider, beteiligte, décideurs, décisionnaires, decisores, responsables, tomadores de
      decisão, karar vericiler, karar verenler, 決定者, 意思決定者, 결정자, 의사결정자, 决策者, 決策者
    `),
  ],
  [
    "decision",
    words(`
      decision, decisions, decided, outcome, chosen option, chosen, proposal, proposed, solution,
      conclusion, recommendation, resolution, approach, our choice, selected option, verdict,
      entscheidung, ergebnis, lösung, vorschlag, empfehlung, beschluss, fazit, décision, résultat,
      solution, proposition, recommandation, decisión, resultado, solución, propuesta,
      recomendación, conclusión, decisão, solução, proposta, recomendação, conclusão, karar,
      kararlar, karar sonucu, çözüm, öneri, sonuç, 決定, 結論, 決定事項, 解決策, 提案, 결정, 결론, 해결책, 제안, 决定, 决策,
      決策, 结论, 結論, 解决方案, 建议,
      decisione, soluzione, besluit, beslissing, oplossing, decyzja, rozwiązanie, beslut, lösning, beslutning,
      løsning, rozhodnutí, řešení, решение, принятое решение, рішення
    `),
  ],
];

/** Labels (`**Why not**: …`) that introduce a reason wherever they stand. */
export const REASON_LABELS: readonly string[] = words(`
  rationale, why, why not, reason, reasons, reasoning, justification, rejected because, why
  rejected, why not chosen, rejected, not chosen, rejection reason, reason for rejection,
  motivation, because, begründung, grund, warum, abgelehnt weil, justification, raison, pourquoi,
  rejeté car, razón, motivo, por qué, rechazado porque, justificativa, razão, por que, rejeitado
  porque, gerekçe, neden, reddedilme nedeni, 理由, 根拠, 却下理由, 이유, 근거, 원인, 原因, 依据, 拒绝原因
`);

/** Words for the state of a decision, in eighteen languages. Data only; status.ts compares. */
import { words } from "./phrases.ts";

export type StatusKind =
  | "draft"
  | "proposed"
  | "accepted"
  | "implemented"
  | "rejected"
  | "deprecated"
  | "superseded";

/** Compared with the beginning of a status, longest first. */
export const STATUS_WORDS: readonly (readonly [kind: StatusKind, words: readonly string[]])[] = [
  [
    "draft",
    words(`
      draft, idea, wip, work in progress, in progress, stub, on hold, provisional, open, stagnant,
      deferred, paused, postponed, under construction, experimental, experiment, trial, entwurf,
      brouillon, en cours, borrador, en progreso, rascunho, em andamento, taslak, 下書き, ドラフト, 作成中,
      초안, 草稿, 草案,
      bozza, concept, szkic, utkast, udkast, черновик, чернетка
    `),
  ],
  [
    "proposed",
    words(`
      proposed, proposal, pending, review, in review, under review, in discussion, discussion, last
      call, rfc, request for comments, ready for review, ready for implementation, candidate,
      requested, awaiting approval, undecided, implementable, planned, vorgeschlagen, in prüfung,
      proposé, proposée, en revue, propuesto, propuesta, en revisión, proposto, proposta, em
      revisão, önerildi, önerilen, inceleniyor, beklemede, 提案, 提案中, レビュー中, 検討中, 제안, 제안됨, 검토, 검토 중,
      提议, 已提议, 提議, 评审中, 审核中,
      voorgesteld, zaproponowano, proponowany, proponowana, föreslagen, föreslaget, foreslått,
      foreslået, navrženo, предложено, предложен, на рассмотрении, запропоновано, на розгляді
    `),
  ],
  [
    "accepted",
    words(`
      accepted, approved, agreed, adopted, decided, active, final, living, ratified, in force,
      confirmed, done, current, resolved, amended, valid, in effect, enacted, stable, standard,
      akzeptiert, angenommen, genehmigt, beschlossen, entschieden, accepté, acceptée, approuvé,
      approuvée, adopté, adoptée, validé, aceptado, aceptada, aprobado, aprobada, adoptado, aceito,
      aceite, aceita, aprovado, aprovada, adotado, kabul edildi, onaylandı, kabul, 承認, 承認済み, 採用, 採択,
      決定, 決定済み, 승인, 승인됨, 채택, 채택됨, 수락, 已接受, 接受, 已批准, 批准, 已采纳, 采纳, 已通过, 通过, 已採納,
      accettato, accettata, approvato, approvata, geaccepteerd, aanvaard, goedgekeurd, besloten,
      zaakceptowano, zaakceptowany, zaakceptowana, przyjęto, przyjęty, przyjęta, zatwierdzono, accepterad,
      accepterat, godkänd, godkänt, beslutad, beslutat, akseptert, vedtatt, godkjent, besluttet,
      accepteret, godkendt, přijato, schváleno, принято, принят, принята, утверждено, одобрено,
      прийнято, затверджено, схвалено
    `),
  ],
  [
    "implemented",
    words(`
      implemented, completed, complete, released, deployed, shipped, umgesetzt, implementiert,
      implémenté, implémentée, terminé, implementado, implementada, completado, implementato,
      uygulandı, tamamlandı, 実装済み, 完了, 구현됨, 구현, 완료, 已实现, 已实施, 已完成, 已實施,
      wdrożono, реализовано, внедрено, реалізовано
    `),
  ],
  [
    "rejected",
    words(`
      rejected, declined, withdrawn, abandoned, cancelled, canceled, closed, dropped, not accepted,
      wontfix, revoked, discarded, reverted, abgelehnt, verworfen, zurückgezogen, rejeté, rejetée,
      abandonné, abandonnée, rechazado, rechazada, descartado, abandonado, rejeitado, rejeitada,
      reddedildi, iptal, 却下, 不採用, 否決, 撤回, 거부, 거부됨, 기각, 철회, 拒绝, 已拒绝, 已否决, 拒絕, 已拒絕, 废弃的提案,
      rifiutato, rifiutata, respinto, respinta, afgewezen, verworpen, odrzucono, odrzucony, odrzucona,
      avvisad, avslagen, avslått, afvist, zamítnuto, отклонено, отклонён, отвергнуто, відхилено
    `),
  ],
  [
    "deprecated",
    words(`
      deprecated, obsolete, obsoleted, retired, outdated, expired, archived, historic, historical,
      inactive, veraltet, überholt, obsolet, obsolète, déprécié, dépréciée, obsoleto, obsoleta,
      descontinuado, depreciado, kullanımdan kaldırıldı, eskimiş, 非推奨, 廃止, 사용 중단, 폐기, 폐기됨, 已废弃, 废弃,
      已弃用, 弃用, 已廢棄, 过时, 已棄用,
      deprecato, deprecata, verouderd, przestarzałe, przestarzała, föråldrad, utfasad, foreldet,
      forældet, zastaralé, устарело, отменено, застаріло
    `),
  ],
  [
    "superseded",
    words(`
      superseded, superceded, superseeded, partly superseded, partially superseded, replaced,
      replaced by, partly superceded, moved, ersetzt, abgelöst, remplacé, remplacée, reemplazado,
      reemplazada, sustituido, sustituida, substituído, substituída, yerine geçildi, değiştirildi,
      yerini aldı, 置き換え, 置換, 대체, 대체됨, 已取代, 取代, 被取代, 已替代, 被替代, 已替换,
      sostituito, sostituita, superato, superata, vervangen, zastąpiono, zastąpiony, zastąpiona, ersatt,
      erstattet, nahrazeno, заменено, заменён, замінено
    `),
  ],
];

/** Words that are offered when a status is written, in the order of a decision's life. */
export const OFFERED: readonly string[] = words(
  "draft, proposed, accepted, rejected, deprecated, superseded",
);

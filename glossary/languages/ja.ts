import type { Language } from "./language.ts";

export const ja: Language = {
  code: "ja",
  name: "Japanese",
  files: {
    templates: "テンプレート",
  },
  adr: {
    sections: {
      references: "参考, 関連, リンク",
      rationale: "根拠, 理由, 動機, なぜ",
      outcome: "選択した選択肢",
      drivers: "決定要因, 判断基準, 制約, 前提, 要件",
      alternatives: "選択肢, 代替案, 検討",
      consequences: "影響, 結果, 帰結, リスク",
      benefits: "利点, メリット",
      context: "背景, 文脈, コンテキスト, 課題, 問題",
      status: "^ステータス, ^状態",
      date: "^日付",
      deciders: "決定者, 意思決定者",
      decision: "決定, 結論, 決定事項, 解決策, 提案",
    },
    reasonLabels: "理由, 根拠, 却下理由",
    statuses: {
      draft: "下書き, ドラフト, 作成中",
      proposed: "提案, 提案中, レビュー中, 検討中",
      accepted: "承認, 承認済み, 採用, 採択, 決定, 決定済み",
      implemented: "実装済み, 完了",
      rejected: "却下, 不採用, 否決, 撤回",
      deprecated: "非推奨, 廃止",
      superseded: "置き換え, 置換",
    },
    signposts: "移動しました, 移動先",
    forExample: "例えば, たとえば",
    negations: String.raw`[未不非無]\S+`,
    qualifiers: "一部, 部分的に, 暫定, 条件付きで?",
    relations: {
      supersedes: "を置き換える",
      supersededBy: "に置き換え",
    },
    reasons: {
      deciding: "決定, 選択, 採用, 選んだ, 選定",
      unspaced: `
        ため, ので, なぜなら, 従って, したがって, によって, 理由, からである, からです, からだ, ことで, ことから, できるように, られるように, ないように, なるように, 目的で,
        目的とし, ゆえに, おかげ, 踏まえ, 考慮し, を防ぐ, を防止, を避ける, を回避
      `,
      weighing: "より",
    },
    options: {
      rejected: "却下, 不採用",
      headings: "利点, 欠点, メリット, デメリット",
      marks: "良い, 悪い",
    },
    placeholders: {
      lines: "未定, 作成中",
      answers: "なし",
    },
    rationaleHeading: {
      below: "決定, 決策, 决定, 决策",
      name: "理由",
    },
    columns: {
      title: "タイトル",
      status: "ステータス",
      date: "日付",
    },
    fields: {
      statusCell: "ステータス, 状態",
      statusLine: "ステータス, 状態",
    },
  },
  requirements: {
    requirement: "要件, 要求事項",
    acceptance: "受け?入れ?",
    all: "すべて, 全",
    and: "と",
    task: "タスク",
    missing: "なし, 未対応, 未定",
  },
  glossary: {
    files: {
      names: "用語集",
      nameHints: "用語",
      lists: "用語集",
    },
    titles: {
      page: "用語集?",
      glossaryAlone: "用語集?, 用語(?:の定義|一覧|の説明|説明)",
      hints: "用",
      general: "用語",
      language: "用語",
    },
    columns: {
      term: "用語, 名詞",
      short: "略語, 略称",
      name: "概念",
      definition: "定義, 意味, 説明",
      defining: "定義, 意味",
      expansion: "正式名称",
      aliases: "別名, 同義語",
      avoid: "避ける(?:語|言葉)?, 使わない",
      example: "例, 用例",
      category: "分類, カテゴリ",
      noTerm: "番号, 状態, 例, 項目, フィールド, ファイル, コマンド, 値, 種類",
    },
    labels: {
      avoid: "避ける, 使わない",
      aliases: "別名, 同義語, 略語",
      otherwise: "通称, 別名",
      nothing: "なし",
      see: "参照",
      is: "意味, 表示, とは, は",
    },
    sections: {
      definition: "定義",
      defines: "定義",
      question: "とは, 何ですか",
      structure: "目次, はじめに, 概要, 用語集?, 参考.*",
      category: "コンセプト, 概念, テクノロジー, 技術, プロパティ, 特性",
      problem: "解決すべき問題, どのように役に立つ",
    },
  },
  quantity: {
    percentile: "パーセンタイル",
  },
};

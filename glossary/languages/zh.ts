import type { Language } from "./language.ts";

export const zh: Language = {
  code: "zh",
  name: "Chinese",
  files: {
    templates: "模板",
  },
  adr: {
    sections: {
      references: "备注, 相关, 参考",
      rationale: "依据, 原因, 论证, 动机, 依據, 為什麼, 为什么, 理由",
      outcome: "选定方案, 所选方案",
      drivers: "驱动因素, 驅動因素, 标准, 约束, 假设, 需求, 前提",
      alternatives: "备选, 可选, 选项, 替代方案, 備選, 替代, 選項, 方案对比",
      consequences: "后果, 影响, 風險, 风险, 結果, 權衡, 权衡",
      benefits: "好处, 优点",
      context: "上下文, 问题, 現状, 现状, 語境, 语境, 背景, 問題",
      status: "^状态, ^狀態",
      date: "^日期",
      deciders: "决策者, 決策者",
      decision: "决定, 决策, 決策, 结论, 結論, 解决方案, 建议, 決定",
    },
    reasonLabels: "理由, 原因, 依据, 拒绝原因",
    statuses: {
      draft: "草稿, 草案",
      proposed: "提议, 已提议, 提議, 评审中, 审核中",
      accepted: "已接受, 接受, 已批准, 批准, 已采纳, 采纳, 已通过, 通过, 已採納",
      implemented: "已实现, 已实施, 已完成, 已實施",
      rejected: "拒绝, 已拒绝, 已否决, 拒絕, 已拒絕, 废弃的提案",
      deprecated: "已废弃, 废弃, 已弃用, 弃用, 已廢棄, 过时, 已棄用",
      superseded: "已取代, 取代, 被取代, 已替代, 被替代, 已替换",
    },
    signposts: "已移至, 已移动到, 已迁移",
    forExample: "例如, 比如",
    negations: String.raw`[未不非没沒无無]\S+`,
    qualifiers: "部分, 有条件(?:地)?, 暂时, 临时, 暫時, 臨時, 有條件(?:地)?",
    relations: {
      supersedes: "取代, 替代",
      supersededBy: "被取代, 已被",
    },
    reasons: {
      deciding: "我们, 我們, 决定, 決定, 选择, 選擇, 采用, 採用",
      unspaced: `
        因为, 因為, 由于, 由於, 为了, 為了, 因此, 所以, 以便, 从而, 從而, 鉴于, 鑑於, 避免, 以免, 以确保, 以確保, 以减少, 以減少, 以降低, 以提高, 以保证, 以保證,
        便于, 便於, 使得, 有利于, 有利於, 考虑到, 考慮到, 这样可以, 這樣可以, 这样就, 這樣就, 理由
      `,
      weighing: "更",
    },
    options: {
      rejected: "未采纳, 拒绝, 否决, 不采用",
      headings: "优点, 缺点, 優點, 缺點",
    },
    placeholders: {
      lines: "待定, 待补充, 未定",
      answers: "无, 無, 没有",
    },
    rationaleHeading: {
      below: "決定, 決策, 决定, 决策",
      name: "理由",
    },
    columns: {
      title: "标题",
      status: "状态",
      date: "日期",
    },
    fields: {
      statusCell: "状态, 狀態",
      statusLine: "状态, 狀態",
    },
  },
  requirements: {
    requirement: "需求, 要求",
    acceptance: "验收, 驗收",
    all: "全, 所有",
    and: "和",
    task: "任务, 任務",
    missing: "无, 無, 缺失, 待定",
  },
  glossary: {
    files: {
      names: "术语表, 術語表",
      nameHints: "术语, 術語",
      lists: "术语表, 術語表",
    },
    titles: {
      page: "术语, 術語",
      glossaryAlone: "术语表?, 术语(?:定义|说明|解释|与定义), 名词解释, 词汇表, 術語表?",
      hints: "术, 術, 名词, 词汇",
      general: "术语",
      language: "术语",
    },
    columns: {
      term: "术语, 術語, 名词",
      short: "缩写, 缩略语",
      name: "名称, 概念",
      definition: "定义, 意义, 含义, 说明, 解释, 释义",
      defining: "定义, 含义",
      expansion: "全称, 全称形式",
      aliases: "类似词, 同义词, 别名",
      avoid: "避免, 不要使用, 禁用",
      example: "用例, 示例, 例",
      category: "分类, 类别",
      noTerm: "编号, 序号, 番号, 状态, 例, 字段, 参数, 文件, 路径, 命令, 类型, 值, 步骤, 选项, 版本, 日期",
    },
    labels: {
      avoid: "避免, 不要使用",
      aliases: "别名, 同义词, 缩写",
      otherwise: "又称, 也称, 简称",
      nothing: "无, 無",
      see: "见, 参照",
      is: "是, 指, 即, 意味",
    },
    sections: {
      definition: "定义",
      defines: "定义",
      question: "是什么, 什么是",
      structure: "目录, 简介, 术语表?, 参考资料",
      category: "概念, 技术, 属性",
      problem: "是什么, 解决的问题, 如何帮助",
    },
  },
  quantity: {
    percentile: "百分位",
  },
};

import type { Language } from "./language.ts";

export const ko: Language = {
  code: "ko",
  name: "Korean",
  files: {
    templates: "템플릿",
  },
  adr: {
    sections: {
      references: "참고, 관련, 링크",
      rationale: "근거, 이유, 논거, 동기",
      outcome: "선택된 옵션",
      drivers: "결정 요인, 기준, 제약, 가정, 요구사항",
      alternatives: "대안, 옵션, 선택지",
      consequences: "결과, 영향, 위험",
      benefits: "장점, 이점",
      context: "경위, 문맥, 배경, 맥락, 컨텍스트, 문제",
      status: "^상태",
      date: "^날짜",
      deciders: "결정자, 의사결정자",
      decision: "결정, 결론, 해결책, 제안",
    },
    reasonLabels: "이유, 근거, 원인",
    statuses: {
      draft: "초안",
      proposed: "제안, 제안됨, 검토, 검토 중",
      accepted: "승인, 승인됨, 채택, 채택됨, 수락",
      implemented: "구현됨, 구현, 완료",
      rejected: "거부, 거부됨, 기각, 철회",
      deprecated: "사용 중단, 폐기, 폐기됨",
      superseded: "대체, 대체됨",
    },
    forExample: "예를 들어",
    negations: String.raw`[미비불부]\S+`,
    qualifiers: "부분적으로, 일부, 조건부, 임시로?, 잠정",
    relations: {
      supersedes: "대체합니다",
      supersededBy: "로 대체",
    },
    reasons: {
      deciding: "우리, 결정, 선택, 채택",
      unspaced: `
        때문, 위해, 위하여, 므로, 따라서, 그래서, 덕분, 이유, 로 인해, 로 인하여, 수 있도록, 않도록, 고려하여, 고려해, 고려할 때, 목적으로, 니까, 까닭, 탓에
      `,
      weighing: "더",
    },
    options: {
      rejected: "기각",
      headings: "장점, 단점",
      marks: "좋은 점, 나쁜 점",
    },
    placeholders: {
      lines: "미정, 추후 작성",
      answers: "없음",
    },
    rationaleHeading: {
      below: "결정",
      name: "근거",
    },
    columns: {
      title: "제목",
      status: "상태",
      date: "날짜",
    },
    fields: {
      statusCell: "상태",
      statusLine: "상태",
    },
  },
  requirements: {
    requirement: "요구 ?사항",
    acceptance: "승인, 수락, 인수, 완료 조건",
    all: "모든, 전체",
    and: "및",
    task: "작업, 태스크",
    missing: "없음, 누락",
  },
  glossary: {
    files: {
      names: "용어집",
      nameHints: "용어",
      lists: "용어집",
    },
    titles: {
      page: "용어",
      glossaryAlone: "용어(?:집| ?정의| ?풀이| ?사전| ?설명)?",
      hints: "용어",
    },
    columns: {
      term: "(?:표준 |도메인 )?용어",
      short: "약어",
      definition: "정의, 의미, 설명, 뜻",
      defining: "의미, 정의",
      aliases: "동의어, 다른 이름, 별칭, 별명",
      example: "예, 예시",
      noTerm: "필드, 값, 파일, 상태",
    },
    sections: {
      definition: "정의",
      defines: "정의",
      question: "무엇",
      structure: "목차, 용어집?",
      category: "개념, 기술, 속성",
      problem: "해결하려는 문제, 어떻게 도움",
    },
  },
  quantity: {
    percentile: "백분위",
  },
  inflection: {
    particles: `
      은, 는, 이, 가, 을, 를, 의, 에, 에서, 에게, 께, 한테, 로, 으로, 와, 과, 도, 만, 까지, 부터, 마다, 처럼, 보다, 이나, 나, 이란, 란, 이라는, 라는, 들, 들이,
      들은, 들을, 들의, 들에, 들과, 이다, 입니다, 이며, 에는, 에서는, 으로는, 로는, 에도, 에서의, 으로서, 로서, 으로써, 로써, 하고, 이고, 인, 조차, 뿐
    `,
  },
};

import type { Language } from "./language.ts";

export const ar: Language = {
  code: "ar",
  name: "Arabic",
  glossary: {
    titles: {
      page: "(?:مسرد|قاموس|معجم)(?: المصطلحات)?",
      glossaryAlone:
        "(?:قائمة |مسرد |قاموس |معجم )?المصطلحات(?: والاختصارات| والتعريفات| التقنية)?, مسرد, تعريف المصطلحات",
      hints: "مصطلح, مسرد",
      appendix: "ملحق",
    },
    columns: {
      term: "المصطلح, مصطلح, الكلمة, المفهوم",
      definition: "التعريف, تعريف, المعنى, معنى, الشرح, الوصف, التفسير",
    },
  },
  inflection: {
    prefixes: "ال, و, وال, ب, بال, ل, لل, ك, كال, ف, فال, ولل, وب, ول",
    endings: "ات, ين, ون, ان, ة",
    changes: "ة/ات, /ات, /ين, /ون",
  },
};

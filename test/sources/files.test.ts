/** Which files hold terms, and pages that are one, by example. */
import { tryFormats } from "./format.ts";

tryFormats({
  "term pages": {
    "of the Cloud Native Glossary": [
      "content/en/cluster.md",
      "---\nTitle: Cluster\nStatus: Completed\nCategory: Concept\ntags: [a, '', '']\n---\n\nA group of [nodes](/nodes/).\n\n## Problem it addresses\n\nOne is not enough.\n",
      ["page: Cluster | A group of nodes. | in Concept"],
    ],
    "of its translations": [
      "content/zh-cn/container.md",
      "---\ntitle: 容器\nstatus: Completed\ncategory: 技术\n---\n\n## 是什么\n\n容器是一个进程。\n\n## 解决的问题\n\n很多。\n",
      ["page: 容器 | 容器是一个进程。 | in 技术"],
    ],
    "of Kubernetes": [
      "content/en/docs/reference/pod.md",
      '---\ntitle: Pod\nid: pod\nfull_link: /docs/pods/\nshort_description: >\n  The smallest object.\naka:\n- Pods group\ntags:\n- core\n---\nRuns {{< glossary_tooltip text="containers" term_id="container" >}}.\n\n<!--more-->\n\nMore.\n',
      ["page: Pod = Pods group | Runs containers."],
    ],
    "of Kubernetes, with nothing but a description": [
      "content/en/docs/reference/pod.md",
      "---\ntitle: Pod\nid: pod\nshort_description: >\n  The smallest\n  <b>object</b>.\naka:\ntags: [core]\n---\n",
      ["page: Pod | The smallest <b>object</b>."],
    ],
    "of MDN": [
      "files/en-us/glossary/api/index.md",
      '---\ntitle: API\nslug: Glossary/API\npage-type: glossary-definition\n---\n\nAn **API** joins {{Glossary("Program","programs")}}.\n',
      ["page: API | An API joins programs."],
    ],
    "that say what they are in a sentence": [
      "docs/terms/saga.md",
      "# Saga (SEC)\n\nA **saga** is a chain of steps.\n",
      ["page: Saga | A saga is a chain of steps."],
    ],
    "of a licence": ["legal/terms/privacy.md", "# Privacy\n\nWe keep nothing.\n\n## Data\n\nNone.\n", []],
    "that only look like one": [
      "blog/post.md",
      "---\ntitle: News\nstatus: Completed\ncategory: Concept\ndate: 2020-01-01\ntags: [a]\n---\n\nText.\n",
      [],
    ],
    "of a decision": [
      "docs/adr/1.md",
      "---\ntitle: Use X\nstatus: deprecated\ntags: [a]\n---\n\n# Use X\n\n## Context\n\nText.\n",
      [],
    ],
  },
  "other files": {
    "with bold labels, tables and lists": [
      "docs/page.md",
      "# Page\n\n**Stack** - One.\n\n**Project**: Two.\n\n| Term | Definition |\n|---|---|\n| A | b |\n\nTerm\n: def\n\n- **A** - x\n- **B** - y\n- **C** - z\n",
      [],
    ],
    "called terms": [
      "TERMS.md",
      "# Terms of service\n\n## Liability\n\nNone.\n\n## Payment\n\nAt once.\n\n1. **Fees** - due\n2. **Taxes** - due\n3. **Other** - due\n",
      [],
    ],
  },
});

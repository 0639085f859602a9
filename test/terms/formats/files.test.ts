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
    "of dbt": [
      "website/docs/terms/parcel.md",
      '---\nid: parcel\ntitle: Sent parcel\nhoverSnippet: What is sent.\n---\n\nParcels are what is sent, <Term id="pallet" /> or not.\n',
      ["page: Sent parcel | Parcels are what is sent, or not."],
    ],
    "of Hugo, with hard spaces": [
      "content/en/glossary/bundle.md",
      "---\ntitle: bundle\n---\n\nA _bundle_ is a folder with&nbsp;`index.md`&nbsp;in it.\n",
      ["page: bundle | A bundle is a folder with index.md in it."],
    ],
    "not of a list in a folder of concepts": [
      "docs/concepts/glossary.md",
      "---\ntitle: Glossary\nweight: 2\n---\n\nWords we use.\n\n- **Parcel:** What is sent.\n- **[Pallet](https://pallet.example/a):**\n  Many parcels.\n- **Gate:** A door.\n",
      ["list: Parcel | What is sent.", "list: Pallet | Many parcels.", "list: Gate | A door."],
    ],
    "of bare bullets in a file that has nothing else": [
      "glossary.md",
      "* POD: proof of delivery\n* ETA: estimated time of arrival\n* dock: see [gate](gate.md)\n",
      ["list: POD | proof of delivery", "list: ETA | estimated time of arrival", "list: dock | see gate"],
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

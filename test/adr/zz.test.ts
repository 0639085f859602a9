import { it } from "vitest";
import fs from "node:fs";
import { AnalysisHost } from "../../glossary/analysis.ts";
import { readAdr } from "../../glossary/adr/model/index.ts";
const p=process.env.P as string; const root=process.env.R as string;
it("x", () => { const host=new AnalysisHost(); const text=fs.readFileSync(root+"/"+p,"utf8"); host.apply({open:[p],put:new Map([[p,text]]),complete:true});
 const page=host.snapshot().pages.get(p) as any; const d=readAdr(page); console.log(d?.kind,d?.style,d?.statuses,d?.head, d?.title); for(const q of d?.parts??[]) console.log(q.kind,q.depth,q.meaning,q.reason,JSON.stringify(q.name), q.span.start); });

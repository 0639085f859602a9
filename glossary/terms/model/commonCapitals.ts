/**
 * Words in capitals that need no entry in a glossary, by the reason why. Emphasis (“NEVER”) is not among them: such
 * words are told by how else their documents write them.
 */
const CLASSES: Readonly<Record<string, string>> = {
  /** They tell how binding a sentence is (RFC 2119, RFC 8174), or how urgent a task. */
  requirement: "MUST NOT SHALL SHOULD MAY HIGH MEDIUM LOW MAJOR MINOR",
  /** Marks that writers leave for each other. */
  mark: `TODO FIXME XXX HACK NOTE TIP WARN INFO DEBUG ERROR FATAL TRACE TBD TBA TBC WIP OK NOK YES NO ON OFF DO DONT NA
  NB PS FYI ASAP ETA EOF TLDR IMO LGTM YOLO RIP VS AKA ETC`,
  /** Statuses and truth values. */
  status: "DONE OPEN NEW PASS FAIL FAILED PASSED READY TRUE FALSE NULL NONE NAN ACTIVE DRAFT LATER",
  /** Methods of HTTP (RFC 9110, RFC 5789). */
  method: "GET HEAD POST PUT PATCH DELETE TRACE",
  /** Keywords of SQL and of other languages that are written in capitals. */
  keyword: `SELECT INSERT UPDATE UPSERT CREATE ALTER DROP TABLE FROM WHERE JOIN LEFT INNER OUTER GROUP ORDER BY INTO SET
  AND OR XOR NAND NOR IF THEN ELSE END AS IN IS LIKE ALL ANY RUN COPY CMD ENV ARG EXPOSE`,
  /** Error codes of POSIX and of Node.js. */
  errno: "ENOENT EACCES EEXIST EPERM EPIPE EBUSY EXDEV EINVAL EISDIR SIGINT SIGHUP",
  /** Files. */
  file: "README AGENTS LICENSE NOTICE AUTHORS VENDOR",
  /** Licences and their owners. */
  licence: "MIT BSD GPL LGPL AGPL MPL EPL ISC CC CC0 GNU FSF OSI",
  /** Units, the time of day, time zones, months and the days of the week. */
  measure: `KB MB GB TB PB KIB MIB GIB TIB KBPS MBPS GBPS HZ KHZ MHZ GHZ FPS DPI RPM RPS QPS TPS PX EM MS AM PM UTC GMT
  EST EDT CST CDT MST MDT PST PDT CET CEST BST JST IST JAN FEB MAR APR JUN JUL AUG SEP SEPT OCT NOV DEC MON TUE WED THU
  FRI SAT SUN`,
  /** Currencies and places. */
  place: "USD EUR GBP JPY CHF CNY INR CAD AUD US USA UK EU UN UAE EMEA APAC NYC LA SF",
  /** Placeholders in dates and names. */
  placeholder: "YYYY YY MM DD HH SS XX XXXX NN NNN NNNN ABC XYZ FOO BAR",
  /** How requirements, stories, tests and bugs are numbered. */
  label: "AC US UC FR NFR BR TC REQ EP FS ID IDS BUG NO NR REF FIG",
  /** Known to everybody who works with a computer, more by their letters than by what they stand for. */
  household: `AI PC TV OS UI UX CPU GPU RAM ROM SSD HDD USB LED LCD DVD CD GPS SIM PIN SMS MMS FAQ PDF URL URI WWW
  HTTP HTTPS FTP SSH DNS IP TCP UDP LAN WAN VPN WIFI HTML CSS XML JSON JSONL YAML TOML CSV TSV TXT DOC DOCX XLS XLSX PPT
  ZIP TAR GIF PNG JPG JPEG SVG BMP MP3 MP4 ASCII UTF BOM SQL API SDK CLI GUI IDE APP DB VM JS TS JSX TSX MD MDX PHP GIT
  PR PRS MR CI NPM PNPM NVM SSL TLS JVM DOM RPC GPT UUID GUID REGEX QA IT HR CEO CTO CFO CIO COO DIY`,
  /** Companies and bodies, whose letters are their name. */
  name: `AWS GCP IBM SAP AMD HP NASA NATO ISO IEC IEEE IETF RFC ANSI ECMA OECD WHO ACM MDN CERN DIN JIRA ADO OASIS W3C
  NIST CNCF`,
};

const COMMON = new Set(Object.values(CLASSES).flatMap((words) => words.split(/\s+/)));

/** The number of a chapter, a quarter or a version. */
const ROMAN = /^(?=[IVX]{1,5}$)X{0,3}(?:IX|IV|V?I{0,3})$/;

/** `P1`, `Q3`, `US12`, `SEV2`, `ES2020`: one of many that are counted. */
const NUMBERED = /^[A-Z]{1,5}\d+$/;

/** True for a word in capitals that everybody knows, or that is none of those a glossary explains. */
export function isCommonCapitals(word: string): boolean {
  return COMMON.has(word) || ROMAN.test(word) || NUMBERED.test(word);
}

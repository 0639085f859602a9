/** What looks like SQL and is not: other query languages, streams, stores without indexes. */

const FOREIGN =
  /\bEMIT\s+(?:CHANGES|FINAL)\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:STREAM|SOURCE\s+CONNECTOR|SINK\s+CONNECTOR)\b|\bWINDOW\s+(?:TUMBLING|HOPPING|SESSION)\b|kafka_topic|\bvalue_format\s*=|\[?System\.[A-Z]\w+\]?|\bFROM\s+WorkItems\b|@currentIteration|\b(?:blob|double)\d{1,2}\b|\bALLOW\s+FILTERING\b|\bWITH\s+CLUSTERING\s+ORDER\b|\bkeyspace\b|\bENGINE\s*=\s*\w*MergeTree|\bPREWHERE\b|\bSAMPLE\s+0?\.\d|\bread_(?:parquet|csv|json)\w*\s*\(|\bMATCH\s*\(\s*\w*\s*:|\bFETCH\s+XML\b|\bWITHIN\s+(?:ANCESTOR|\d+\s+\w+\s+ON)\b/i;

/** True for text in ksqlDB, WIQL, CQL, ClickHouse and others whose tables have no indexes of the usual kind. */
export function isForeign(statement: string): boolean {
  return FOREIGN.test(statement);
}

const STREAMS = /\bCREATE\s+(?:OR\s+REPLACE\s+)?STREAM\b|\bEMIT\s+CHANGES\b|\bksql/i;

/** True for a page about a language that is written like SQL: its fences are labelled so, and are not. */
export function isAboutStreams(text: string): boolean {
  return STREAMS.test(text);
}

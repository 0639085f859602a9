/** What looks like SQL and is not: other query languages, streams, stores without indexes. */

/** Stores whose tables have no indexes that anybody adds. */
const ANALYTICS =
  /\b(?:BigQuery|Snowflake|Databricks|Delta Lake|Redshift|ClickHouse|Athena|DuckDB|Spark SQL|Apache Spark|Hive|Trino|Presto|Druid|Analytics Engine|Looker|LowCardinality|Parquet|DataFusion|Iceberg|Nullable\(\w+\)(?=\W)|Snuba|ENGINE\s*=\s*\w*MergeTree)\b/;
const RELATIONAL =
  /\b(?:Postgres(?:QL)?|MySQL|MariaDB|SQLite|SQL Server|Oracle|CockroachDB|Prisma|Supabase|Aurora)\b/i;

/** Stores with a language of their own that is written like SQL, and without indexes of the usual kind. */
const WIDE =
  /\b(?:Cassandra|ScyllaDB|CQL|SOQL|SOSL|PartiQL|DynamoDB|OpenSearch|Elasticsearch|InfluxDB|Cosmos ?DB|WQL|WMI|WIQL|NRQL|KQL|Kusto|osquery|Steampipe|N1QL|Couchbase|JCR-SQL2|SuiteQL|GAQL|Azure Resource Graph|ksqlDB|Flink SQL|LogQL|Dataverse)\b/;

/** Of `columns` all is read at a time, of `rows` a few; what is written for `others` only looks like SQL. */
export type Store = "columns" | "rows" | "others";

/** The kinds of stores that a text names. */
export function storesIn(text: string): Store[] {
  return [
    ...(ANALYTICS.test(text) ? ["columns" as const] : []),
    ...(RELATIONAL.test(text) ? ["rows" as const] : []),
    ...(WIDE.test(text) ? ["others" as const] : []),
  ];
}

const ELSEWHERE =
  /\b(?:PartiQL|DynamoDB|SOQL|SOSL|Salesforce|GAQL|Google Ads|CloudWatch|Athena|BigQuery|bq query|Spark|Snowflake|KQL|Kusto|Splunk|LogQL|Cosmos ?DB|InfluxQL|InfluxDB|ClickHouse|Kafka|ksql\w*|Flink|Cypher|JQL|WIQL|CQL|Cassandra|ScyllaDB|Trino|Presto|Hive|DuckDB|Druid|Redshift|Databricks|osquery|Steampipe|Analytics Engine|OpenSearch|Elasticsearch|Google Sheets|Firestore|Firebase|Airtable|MongoDB|WQL|WMI|NRQL|New Relic|N1QL|Couchbase|JCR-SQL2|SuiteQL|Dataverse|Azure Resource Graph|dbt)\b/i;

/** True for words around a statement that say it is meant for something else than a relational database. */
export function isElsewhere(words: string): boolean {
  return ELSEWHERE.test(words);
}

const FOREIGN =
  /\bFROM\s+(?:Win32_|CIM_|MSFT_|Msvm_|__Instance|meta_class)|\bFROM\s+[\w.]*\bASSOCIATORS\s+OF\b|\bTYPEOF\s+\w+\s+WHEN\b|\bFROM\s+(?:Transaction|SystemSample|PageView|Metric)\s+(?:WHERE|SINCE|FACET|TIMESERIES)\b|\bFACET\s+\w|\bTIMESERIES\b|\bISDESCENDANTNODE\b|\bFINAL\s+(?:WHERE|PREWHERE)\b|\{\{\s*(?:ref|source)\(|\bEMIT\s+(?:CHANGES|FINAL)\b|\bCREATE\s+(?:OR\s+REPLACE\s+)?(?:STREAM|SOURCE\s+CONNECTOR|SINK\s+CONNECTOR)\b|\bWINDOW\s+(?:TUMBLING|HOPPING|SESSION)\b|kafka_topic|\bvalue_format\s*=|\[?System\.[A-Z]\w+\]?|\bFROM\s+WorkItems\b|@currentIteration|\b(?:blob|double)\d{1,2}\b|\bALLOW\s+FILTERING\b|\bWITH\s+CLUSTERING\s+ORDER\b|\bkeyspace\b|\bENGINE\s*=\s*\w*MergeTree|\bUSING\s+(?:DELTA|ICEBERG|PARQUET)\b|\bSTORED\s+AS\b|\bPARTITIONED\s+BY\s*\(|\bDISTKEY\b|\bQUALIFY\b|\b_TABLE_SUFFIX\b|\bPREWHERE\b|\bSAMPLE\s+0?\.\d|\bread_(?:parquet|csv|json)\w*\s*\(|\bMATCH\s*\(\s*\w*\s*:|\bFETCH\s+XML\b|\bWITHIN\s+(?:ANCESTOR|\d+\s+\w+\s+ON)\b/i;

/** True for text in ksqlDB, WIQL, CQL, ClickHouse and others whose tables have no indexes of the usual kind. */
export function isForeign(statement: string): boolean {
  return FOREIGN.test(statement);
}

const ATTACK = /'(?:--|#(?!\{))|\bOR\s+(?:1\s*=\s*1|(['"])(\w)\1\s*=\s*\1\2)|''\s*UNION\s+SELECT\b/i;

/** True for a line of SQL that shows how somebody breaks in. */
export function isAttack(line: string): boolean {
  return ATTACK.test(line);
}

/** True for words around a statement that show how nobody breaks in. */
export function isDefence(words: string): boolean {
  if (/\bparameteri[sz]ed\b/i.test(words)) return true;
  // Somebody who looks for attacks asks tables like everybody else.
  return /\binjections?\b/i.test(words) && !/\b(?:identify|detect|find|monitor|attempts?)\b/i.test(words);
}

const STREAMS = /\bCREATE\s+(?:OR\s+REPLACE\s+)?STREAM\b|\bEMIT\s+CHANGES\b|\bksql/i;

/** True for a page about a language that is written like SQL: its fences are labelled so, and are not. */
export function isAboutStreams(text: string): boolean {
  return STREAMS.test(text);
}

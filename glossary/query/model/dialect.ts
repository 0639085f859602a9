/** The dialect that a statement is written in, as far as it shows: advice that one cannot follow is none. */

export type Dialect = "mssql" | "mysql" | "other";

const MSSQL =
  /\[\w+\]\.\[|\bFROM\s+\[|\bdbo\.|\bTOP\s*\(?\d|\b(?:GETDATE|GETUTCDATE|SYSUTCDATETIME|SYSDATETIME|ISNULL|LEN|DATEADD|DATEDIFF|TRY_CONVERT|NEWID)\s*\(|\bNOLOCK\b|\bNVARCHAR\b|\bUNIQUEIDENTIFIER\b|(?<![\w@])@[A-Za-z]\w*/i;
const MYSQL =
  /`\w+`|\b(?:CURDATE|DATE_SUB|DATE_ADD|UNIX_TIMESTAMP|FROM_UNIXTIME|GROUP_CONCAT)\s*\(|\bENGINE\s*=/i;

/** By the label of its fence, else by its words and the name of its table. */
export function dialectOf(label: string, statement: string, table: string): Dialect {
  if (/^(?:t-?sql|mssql|sqlserver)$/.test(label)) return "mssql";
  if (/^(?:mysql|mariadb)$/.test(label)) return "mysql";
  if (/^(?:postgres(?:ql)?|pgsql|plpgsql|psql|sqlite3?|oracle|pl-?sql|db2)$/.test(label)) return "other";
  if (MSSQL.test(statement) || /^dbo\./i.test(table)) return "mssql";
  return MYSQL.test(statement) ? "mysql" : "other";
}

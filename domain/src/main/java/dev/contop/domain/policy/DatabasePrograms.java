package dev.contop.domain.policy;

import java.util.Map;

/** Clients of databases: what they are told can drop all that there is. */
final class DatabasePrograms {

  static final Map<String, Program> TABLE =
      new Table()
          .asking(
              "hands text to a database, which can change or drop what is in it",
              "psql",
              "mysql",
              "mariadb",
              "sqlite3",
              "sqlite",
              "duckdb",
              "redis-cli",
              "valkey-cli",
              "mongo",
              "mongosh",
              "cqlsh",
              "influx",
              "clickhouse-client",
              "sqlcmd",
              "sqlplus",
              "cypher-shell",
              "etcdctl",
              "memcached-tool")
          .asking(
              "changes or drops databases",
              "dropdb",
              "createdb",
              "dropuser",
              "createuser",
              "mysqladmin",
              "mongorestore",
              "pg_restore",
              "pg_ctl",
              "vacuumdb",
              "reindexdb",
              "mysqlimport")
          .asking(
              "reads a whole database, and may write files",
              "pg_dump",
              "pg_dumpall",
              "mysqldump",
              "mongodump")
          .done();

  private DatabasePrograms() {}
}

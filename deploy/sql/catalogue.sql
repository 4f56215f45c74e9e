-- The tables of Groundswell's history in Flink SQL. Put Iceberg's runtime for your Flink and Hadoop's client into lib/, and the
-- driver of your catalogue's database: sqlite-jdbc for a warehouse in a folder. The catalogue has to be called groundswell:
-- Iceberg's JDBC catalogue keeps tables under that name.
CREATE CATALOG groundswell WITH (
  'type' = 'iceberg',
  'catalog-impl' = 'org.apache.iceberg.jdbc.JdbcCatalog',
  'io-impl' = 'org.apache.iceberg.hadoop.HadoopFileIO',
  'uri' = 'jdbc:sqlite:/path/to/warehouse/catalogue.db?busy_timeout=30000',
  'jdbc.schema-version' = 'V1',
  'warehouse' = 'file:///path/to/warehouse'
);

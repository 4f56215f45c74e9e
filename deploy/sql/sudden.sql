-- A surge by a rule of your own, in Flink SQL: three elevated or extreme buckets of one subject within ten minutes, at most one
-- calm one between two of them. Run catalogue.sql before. Buckets without complaints are no rows, so the time between rows counts. A surge that goes on is found
-- again with its next three; GROUP BY subject, or SKIP differently, as you need it.
CREATE TEMPORARY VIEW products AS
SELECT subject, bucket_start, observed, expected, evidence, `level`
FROM groundswell.groundswell.volumes
WHERE `scope` = 'product';

SELECT subject, onset_at, sufficed_at, observed, evidence
FROM products
MATCH_RECOGNIZE (
  PARTITION BY subject
  ORDER BY bucket_start
  MEASURES
    FIRST(A.bucket_start) AS onset_at,
    C.bucket_start AS sufficed_at,
    SUM(A.observed) + SUM(B.observed) + SUM(C.observed) AS observed,
    C.evidence AS evidence
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A Q1? B Q2? C) WITHIN INTERVAL '10' MINUTE
  DEFINE
    A AS A.`level` <> 'calm',
    Q1 AS Q1.`level` = 'calm',
    B AS B.`level` <> 'calm',
    Q2 AS Q2.`level` = 'calm',
    C AS C.`level` <> 'calm'
) AS surge;

-- complaints (posts): one row per complaint that was counted, each with one product, component, region
--     and symptom, so that no sum counts it twice; the lists beside them have all
--   product: the first of products; ? where it names none of the catalogue
--   component: the first of components, or null
--   region: the first of regions, or null where unknown
--   symptom: the first of symptoms, or null
--   counted_at: the bucket in which it counts, and the time to ask by: files are found by it
--   day: the day of counted_at, in the zone of --tz
--   hour: begin of the hour of counted_at, in the zone of --tz
CREATE VIEW complaints AS
SELECT source, id, created_at, bucket_start AS counted_at,
  CAST(date_trunc('day', bucket_start) AS DATE) AS day, date_trunc('hour', bucket_start) AS hour, late, counted, lang,
  coalesce(products[1], '?') AS product, components[1] AS component, regions[1] AS region,
  symptoms[1] AS symptom, text, url, author, probability, directed, withdrawn,
  products, components, regions, symptoms, subjects, tags, in_reply_to
FROM raw.posts;

-- complaints_per_minute (volumes): one row per subject and minute that has complaints; scopes overlap (a
--     complaint counts for its product, its component, its region), so choose one scope before you sum
--   minute: begin of the minute; as much as a bucket where buckets are longer
--   complaints: complaints counted in it, late ones included; of a loaded 'detect' a bucket without an author
--     who is new in its clock hour is no row, so the view complaints may have a few more
--   authors: distinct authors, each in the first bucket of a clock hour only: a sum within an hour
--     counts nobody twice, a sum over hours counts one author once an hour
--   expected: baseline of authors, over the buckets that have complaints
CREATE VIEW complaints_per_minute AS
SELECT subject, scope, product, component, region, term, date_trunc('minute', bucket_start) AS minute,
  CAST(sum(posts) AS BIGINT) AS complaints, CAST(sum(observed) AS BIGINT) AS authors,
  sum(expected) AS expected
FROM raw.volumes
GROUP BY ALL;

-- complaints_per_hour (volumes): one row per subject and hour that has complaints; scopes overlap (a
--     complaint counts for its product, its component, its region), so choose one scope before you sum
--   hour: begin of the hour, in the zone of --tz
--   complaints: complaints counted in it, late ones included; of a loaded 'detect' a bucket without an author
--     who is new in its clock hour is no row, so the view complaints may have a few more
--   authors: distinct authors; a sum over hours counts one author once an hour
--   expected: baseline of authors, over the buckets that have complaints
CREATE VIEW complaints_per_hour AS
SELECT subject, scope, product, component, region, term, date_trunc('hour', bucket_start) AS hour,
  CAST(sum(posts) AS BIGINT) AS complaints, CAST(sum(observed) AS BIGINT) AS authors,
  sum(expected) AS expected
FROM raw.volumes
GROUP BY ALL;

-- complaints_per_day (volumes): one row per subject and day that has complaints; scopes overlap (a
--     complaint counts for its product, its component, its region), so choose one scope before you sum
--   day: the day, in the zone of --tz
--   complaints: complaints counted in it, late ones included; of a loaded 'detect' a bucket without an author
--     who is new in its clock hour is no row, so the view complaints may have a few more
--   authors: sum of each hour's distinct authors: who complains in three hours counts three times
--   expected: baseline of authors, over the buckets that have complaints
CREATE VIEW complaints_per_day AS
SELECT subject, scope, product, component, region, term,
  CAST(date_trunc('day', bucket_start) AS DATE) AS day,
  CAST(sum(posts) AS BIGINT) AS complaints, CAST(sum(observed) AS BIGINT) AS authors,
  sum(expected) AS expected
FROM raw.volumes
GROUP BY ALL;

-- incidents (incidents): one row per incident: what its last update says
--   updates: how many updates there are of it
--   highest_severity: the most urgent that it ever had; SEV1 is the highest
--   highest_evidence: the strongest of its updates
--   first_detected_at: detected_at of its first update
--   resolved_at: when it was over; null while it is open, or open again
--   minutes: from onset_at to resolved_at, or to the last update while it is open; calm between an end
--     and a reopening included
CREATE VIEW incidents AS
SELECT * EXCLUDE (details),
  count(*) OVER of_it AS updates, min(severity) OVER of_it AS highest_severity,
  max(evidence) OVER of_it AS highest_evidence, min(detected_at) OVER of_it AS first_detected_at,
  CASE WHEN max(sequence) FILTER (status = 'resolved') OVER of_it
      > coalesce(max(sequence) FILTER (status = 'reopened') OVER of_it, 0)
    THEN max(updated_at) FILTER (status = 'resolved') OVER of_it END AS resolved_at,
  date_diff('minute', onset_at, coalesce(resolved_at, updated_at)) AS minutes, details
FROM raw.incidents
WINDOW of_it AS (PARTITION BY incident_id)
QUALIFY row_number() OVER (PARTITION BY incident_id ORDER BY sequence DESC) = 1;

-- incident_updates (incidents): one row per update of an incident, as it was told
CREATE VIEW incident_updates AS
SELECT * FROM raw.incidents;

-- top_products (volumes): one row per product and day that has complaints
--   day: the day, in the zone of --tz
--   complaints: complaints about the product
--   share: of all products' complaints that day, 0 to 1; one about two products counts for both
--   rank: 1 for the product with most complaints that day
CREATE VIEW top_products AS
SELECT day, product, complaints, complaints / sum(complaints) OVER (PARTITION BY day) AS share,
  rank() OVER (PARTITION BY day ORDER BY complaints DESC) AS rank
FROM (
  SELECT CAST(date_trunc('day', bucket_start) AS DATE) AS day, product,
    CAST(sum(posts) AS BIGINT) AS complaints
  FROM raw.volumes
  WHERE scope = 'product'
  GROUP BY ALL);

-- top_regions (volumes): one row per region and day that has complaints; regions overlap (US and US-CA),
--     so their complaints have no sum
--   day: the day, in the zone of --tz
--   complaints: complaints from the region, over all products
--   authors: sum of each hour's distinct authors
--   rank: 1 for the region with most complaints that day
CREATE VIEW top_regions AS
SELECT day, region, complaints, authors, rank() OVER (PARTITION BY day ORDER BY complaints DESC) AS rank
FROM (
  SELECT CAST(date_trunc('day', bucket_start) AS DATE) AS day, region,
    CAST(sum(posts) AS BIGINT) AS complaints, CAST(sum(observed) AS BIGINT) AS authors
  FROM raw.volumes
  WHERE scope = 'region'
  GROUP BY ALL);

-- baseline_vs_observed (volumes): one row per subject and hour that has complaints
--   hour: begin of the hour, in the zone of --tz
--   observed: distinct authors with a complaint in the hour
--   expected: their baseline, over the buckets that have complaints
--   ratio: observed / expected, or null where nothing was expected
--   highest_evidence: the strongest of its buckets
--   worst_level: extreme, elevated or calm: of its most unusual bucket
CREATE VIEW baseline_vs_observed AS
SELECT subject, scope, product, component, region, term, date_trunc('hour', bucket_start) AS hour,
  CAST(sum(observed) AS BIGINT) AS observed, sum(expected) AS expected,
  sum(observed) / nullif(sum(expected), 0) AS ratio, max(evidence) AS highest_evidence,
  CASE max(CASE level WHEN 'extreme' THEN 2 WHEN 'elevated' THEN 1 ELSE 0 END)
    WHEN 2 THEN 'extreme' WHEN 1 THEN 'elevated' ELSE 'calm' END AS worst_level
FROM raw.volumes
GROUP BY ALL;

-- lead_ledger (lead_ledger): one row per incident, and per surge of the support queue: its last version
CREATE VIEW lead_ledger AS
SELECT * FROM raw.lead_ledger
QUALIFY row_number() OVER (PARTITION BY key ORDER BY updated_at DESC, position DESC) = 1;

-- verdicts (verdicts): one row per verdict that people gave on an incident
CREATE VIEW verdicts AS
SELECT * FROM raw.verdicts;

-- ledger (ledger): one row per minute, input, source and outcome: what became of every record
CREATE VIEW ledger AS
SELECT * FROM raw.ledger;

-- volumes (volumes): one row per subject and bucket that has complaints, scored; scopes overlap
CREATE VIEW volumes AS
SELECT * FROM raw.volumes;

-- contact_volumes (contact_volumes): one row per subject and bucket that has support contacts, scored;
--     scopes overlap
--   observed: contacts, of which several may be one person's
--   posts: contacts, late ones included
CREATE VIEW contact_volumes AS
SELECT * FROM raw.contact_volumes;

-- posts (posts): one row per complaint that was counted, as it was kept
CREATE VIEW posts AS
SELECT * FROM raw.posts;

-- chatter (chatter): one row per post of a person that names a product and is no complaint, without its
--     text; a sample of one in two, so ask the ledger how much chatter there was
CREATE VIEW chatter AS
SELECT * FROM raw.chatter;

-- withdrawals (withdrawals): one row per post that was withdrawn lately
CREATE VIEW withdrawals AS
SELECT * FROM raw.withdrawals;

-- unreadable (unreadable): one row per line that should have been a row of a table and is none
CREATE VIEW unreadable AS
SELECT * FROM raw.unreadable;

-- changes (inputs): one row per change event that customers may notice, as often as it was sent
--   id: as its sender gives it
--   at: when it was made
--   kind: deploy, config, flag, rollback, or the sender's word
--   product: as its sender says it
--   component: what of it was changed, or null
--   environment: production, or the sender's word, or null
--   summary: one line
--   link: to what was changed, or null
CREATE VIEW changes AS
SELECT json_extract_string(record, '$.id') AS id, created_at AS at,
  json_extract_string(record, '$.kind') AS kind, name AS product,
  json_extract_string(record, '$.component') AS component,
  json_extract_string(record, '$.environment') AS environment,
  json_extract_string(record, '$.summary') AS summary, json_extract_string(record, '$.link') AS link,
  counted_at
FROM raw.inputs
WHERE input = 'changes';

-- contacts (inputs): one row per support contact that could be read, as often as it was sent
--   at: when it was made
--   channel: phone, email, chat, ticket …
--   product: as its sender says it
--   component: what of it, or null
--   region: where, or null
CREATE VIEW contacts AS
SELECT created_at AS at, json_extract_string(record, '$.channel') AS channel, name AS product,
  json_extract_string(record, '$.component') AS component,
  json_extract_string(record, '$.region') AS region, counted_at
FROM raw.inputs
WHERE input = 'contacts';

-- feeds (inputs): one row per source or partition and bucket in which it brought posts, whatever became of them
--   feed: the source, or partition:topic-0
--   minute: begin of the bucket
--   posts: how many it brought
CREATE VIEW feeds AS
SELECT name AS feed, created_at AS minute, count AS posts, counted_at
FROM raw.inputs
WHERE input = 'feeds';

-- inputs (inputs): one row per record that moved the job beside posts, and per feed and bucket
CREATE VIEW inputs AS
SELECT * FROM raw.inputs;

-- clock (clock): one row per minute in which the job ran: what time it was
CREATE VIEW clock AS
SELECT * FROM raw.clock;

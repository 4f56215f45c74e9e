package io.groundswell.jobs.notification.connector;

/** What a report reads, one JSON object a record. */
public enum ReportInput {
  /** Updates of incidents. */
  INCIDENTS,
  /** What destinations were told. */
  DELIVERIES,
  /** What people answered. */
  VERDICTS,
  /** What was to be held back. */
  MUTES,
  /** The lead ledger. */
  LEADS,
  /** What became of every record, minute by minute. */
  LEDGER
}

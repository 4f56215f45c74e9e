package io.groundswell.jobs.history.table;

import static io.groundswell.jobs.history.table.Column.count;
import static io.groundswell.jobs.history.table.Column.figure;
import static io.groundswell.jobs.history.table.Column.flag;
import static io.groundswell.jobs.history.table.Column.number;
import static io.groundswell.jobs.history.table.Column.text;
import static io.groundswell.jobs.history.table.Column.texts;
import static io.groundswell.jobs.history.table.Column.time;

import java.util.List;
import java.util.stream.Stream;

/** What each table has. Columns are added at the end of a list, and never renamed or taken away. */
final class Columns {
  /** A subject, whole and in its parts. */
  private static final List<Column> SUBJECT =
      List.of(
          text("subject", "key of the subject: shop, shop/checkout, shop@IT, @IT, shop~card, ?"),
          text("scope", "product, component, product_region, region, term or unmatched"),
          text("product", "its product, or null"),
          text("component", "its component, or null"),
          text("region", "its region, or null"),
          text("term", "its symptom, or null"));

  static final List<Column> VOLUMES =
      plus(
          SUBJECT,
          time("bucket_start", "when the bucket begins"),
          count("observed", "authors with a complaint, each once per subject and clock hour"),
          count("posts", "complaints, late ones included"),
          figure("expected", "baseline of observed"),
          figure("evidence", "how unusual: natural logarithm of an e-value"),
          text("level", "calm, elevated or extreme"));

  static final List<Column> CONTACT_VOLUMES =
      plus(
          VOLUMES,
          text("event", "opened or resolved where a surge of the queue begins or ends, else null"),
          time("onset_at", "when that surge began, or null"));

  static final List<Column> INCIDENTS =
      Stream.of(
              List.of(
                  text("incident_id", "from subject and onset"),
                  count("sequence", "1, 2, 3 … within the incident"),
                  text("status", "opened, updated, escalated, … resolved, reopened"),
                  text("severity", "SEV1 to SEV4, as of this update"),
                  text("kind", "surge, blind, chatter or campaign"),
                  text("pattern", "id of the pattern that matched")),
              SUBJECT,
              List.of(
                  text("title", "one sentence"),
                  time("onset_at", "when it began"),
                  time("detected_at", "end of the bucket at which the evidence sufficed"),
                  time("updated_at", "when this update was told"),
                  count("observed", "authors with a complaint since onset, while it surged"),
                  figure("expected", "their baseline"),
                  count("posts", "complaints since onset, while it surged"),
                  figure("evidence", "as in volumes, of the latest bucket then"),
                  text("lead_status", "ahead, behind, no-support-surge or unknown"),
                  number("lead_seconds", "how long before the support queue's surge, or null"),
                  text("verdict", "the last word of people on it, or null"),
                  text("policy_version", "content hash"),
                  text("catalogue_version", "content hash"),
                  text("details", "the whole update as JSON")))
          .flatMap(List::stream)
          .toList();

  static final List<Column> LEAD_LEDGER =
      List.of(
          text("key", "what the row is about; its latest version is true"),
          text("row", "incident, or queue: a surge of the support queue"),
          text(
              "incident_id", "the incident; of a queue's surge the first that told of it, or null"),
          text("subject", "of an incident"),
          text("cause", "of a queue's surge: a product, or a region over all products"),
          time("detected_at", "of an incident"),
          time("resolved_at", "of an incident that is over"),
          text("status", "ahead, behind …; of a queue's surge warned, told-later or unwarned"),
          time("support_onset_at", "when the queue's surge began that an incident is measured by"),
          number("seconds", "between detection and that"),
          time("first_contact_at", "the first contact about an incident"),
          number("contacts_after", "contacts between an incident's detection and its end"),
          time("onset_at", "of a queue's surge"),
          time("over_at", "of a queue's surge that is over"),
          flag("simulated", "whether the support queue is generated"),
          time("updated_at", "when the row was said; partitions go by it"),
          number("position", "which of several versions of one moment came last"));

  static final List<Column> VERDICTS =
      List.of(
          text("incident_id", "the incident that it is about"),
          text("verdict", "acknowledged, real, false or duplicate"),
          text("by", "who said so"),
          time("at", "when"),
          text("duplicate_of", "of which incident, or null"),
          text("note", "why, or null"));

  static final List<Column> LEDGER =
      List.of(
          time("minute", "in which the outcome was decided"),
          text("input", "posts, contacts, changes, verdicts or mutes"),
          text("source", "where posted, or the channel of contacts"),
          text("outcome", "complaints, chatter, duplicates …: exactly one of each record"),
          number("count", "records"),
          number("unmatched", "of what was counted, about nobody in the catalogue"),
          number("late", "of what was counted, after its bucket had closed"));

  static final List<Column> POSTS =
      List.of(
          text("source", "where it was posted"),
          text("id", "the post's id there; null once withdrawn"),
          time("created_at", "when it was posted"),
          time("bucket_start", "the bucket in which it counts; partitions go by it"),
          flag("late", "whether that is another bucket than its own, or totals only"),
          text("counted", "in-time, late, or totals-only: no evidence of a surge"),
          text("lang", "primary language subtag; empty where unknown"),
          text("text", "masked; null once withdrawn"),
          text("url", "where it can be read, or null"),
          text("author", "a pseudonym; null once withdrawn"),
          figure("probability", "that it is a complaint, 0 to 1"),
          flag("directed", "whether it addresses a product"),
          texts("subjects", "keys of all subjects that it belongs to"),
          texts("products", "product ids"),
          texts("components", "as shop/checkout"),
          texts("regions", "region ids; empty where unknown"),
          texts("symptoms", "what is wrong, in a few words"),
          texts("tags", "labels that the source gives"),
          text("link", "hash of the first link or telephone number in it, or null"),
          text("in_reply_to", "id of the post that it answers, or null"),
          text("identity", "hash of source and id"),
          text("record", "hash of the record that it was read from"),
          time("closed_until", "up to when buckets had closed when it came; null where none had"),
          text("catalogue_version", "content hash"),
          text("policy_version", "content hash"),
          text("triage_version", "content hash"),
          flag("withdrawn", "whether its author has withdrawn it, so that no text is kept"));

  static final List<Column> CHATTER =
      List.of(
          text("source", "where it was posted"),
          time("created_at", "when it was posted"),
          time("bucket_start", "the bucket in which it counts; partitions go by it"),
          texts("products", "product ids"),
          text("author", "a pseudonym"),
          text("identity", "hash of source and id"),
          text("record", "hash of the record that it was read from"),
          time("closed_until", "up to when buckets had closed when it came; null where none had"),
          text("catalogue_version", "content hash"),
          text("policy_version", "content hash"),
          text("triage_version", "content hash"));

  static final List<Column> INPUTS =
      List.of(
          text(
              "input", "contacts, changes, verdicts, mutes; feeds: posts of a source or partition"),
          text("name", "its product, incident, subject or feed; of signals what they say"),
          time("counted_at", "when it counted; partitions go by it"),
          time("created_at", "when it was made; of feeds the start of the bucket"),
          time("received_at", "the job's clock when it came; null where nobody knows"),
          time("closed_until", "up to when buckets had closed when it came; null where none had"),
          number("count", "posts of a feed in that bucket; else 1"),
          text(
              "record",
              "the same as it was sent, as JSON, a contact without its id; null of feeds"));

  static final List<Column> CLOCK =
      List.of(
          time("time", "the first tick of a minute"),
          texts("ends", "how far each partition had been filled then, as posts-0=1234"));

  static final List<Column> WITHDRAWALS =
      List.of(
          text("source", "where it was posted"),
          text("id", "the post's id there"),
          text("identity", "hash of source and id"),
          time("at", "when that was read"));

  static final List<Column> UNREADABLE =
      List.of(
          time("read_at", "when it was read"),
          text("origin", "topic, partition and offset, or file and line"),
          text("reason", "why it is no row"),
          text("excerpt", "its first 1,024 characters"));

  private Columns() {}

  private static List<Column> plus(List<Column> first, Column... others) {
    return Stream.concat(first.stream(), Stream.of(others)).toList();
  }
}

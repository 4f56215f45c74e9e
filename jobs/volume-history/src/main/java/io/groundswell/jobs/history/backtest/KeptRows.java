package io.groundswell.jobs.history.backtest;

import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.KeptPost;
import io.groundswell.domain.volume.Mention;
import io.groundswell.jobs.surge.connector.KeptInput;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.replay.KeptMention;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.apache.iceberg.data.Record;
import org.jspecify.annotations.Nullable;

/** Rows of posts, of chatter and of other inputs as what they were. */
final class KeptRows {
  private static final int HEX = 16;

  private KeptRows() {}

  /** A counted complaint. */
  static KeptMention post(Record row) {
    boolean withdrawn = Boolean.TRUE.equals(row.getField("withdrawn"));
    KeptPost kept =
        new KeptPost(
            text(row, "id"),
            text(row, "lang"),
            text(row, "text"),
            (String) row.getField("url"),
            (double) row.getField("probability"),
            (boolean) row.getField("directed"),
            texts(row, "products"),
            texts(row, "components"),
            texts(row, "regions"),
            texts(row, "symptoms"),
            texts(row, "tags"),
            hash(row, "link"),
            (String) row.getField("in_reply_to"),
            false,
            text(row, "catalogue_version"),
            "",
            text(row, "triage_version"));
    // Of a withdrawn post nobody knows who wrote it: it is somebody's all the same.
    long author = withdrawn ? hash(row, "identity") : hash(row, "author");
    return again(row, author, texts(row, "subjects"), kept);
  }

  /** A post that counts as chatter. */
  static KeptMention chatter(Record row) {
    List<String> keys = texts(row, "products").stream().map(Channel.CHATTER::key).toList();
    return again(row, hash(row, "author"), keys, null);
  }

  /** What moved the job beside posts. */
  static KeptMention input(Record row) {
    OffsetDateTime received = (OffsetDateTime) row.getField("received_at");
    return KeptMention.of(
        new KeptInput(
            text(row, "input"),
            millis(row, "created_at"),
            received == null ? RawRecord.NO_TIME : received.toInstant().toEpochMilli(),
            closed(row),
            text(row, "name"),
            Math.toIntExact((long) row.getField("count")),
            (String) row.getField("record")));
  }

  /** The last moment whose bucket had closed. */
  private static long closed(Record row) {
    OffsetDateTime until = (OffsetDateTime) row.getField("closed_until");
    return until == null ? ArrivalRule.NONE_CLOSED : until.toInstant().toEpochMilli() - 1;
  }

  private static KeptMention again(
      Record row, long author, List<String> subjects, @Nullable KeptPost kept) {
    long createdAt = millis(row, "created_at");
    long closed = closed(row);
    Mention mention =
        new Mention(
            createdAt,
            closed,
            hash(row, "identity"),
            hash(row, "record"),
            author,
            text(row, "source"),
            subjects,
            List.of(),
            null,
            0,
            0,
            kept);
    return new KeptMention(
        Math.max(createdAt, closed == ArrivalRule.NONE_CLOSED ? createdAt : closed + 1),
        mention,
        text(row, "catalogue_version"),
        text(row, "triage_version"));
  }

  private static String text(Record row, String column) {
    return Objects.requireNonNullElse((String) row.getField(column), "");
  }

  @SuppressWarnings("unchecked") // As the table's column has it.
  private static List<String> texts(Record row, String column) {
    return List.copyOf((List<String>) row.getField(column));
  }

  static long millis(Record row, String column) {
    return ((OffsetDateTime) row.getField(column)).toInstant().toEpochMilli();
  }

  private static long hash(Record row, String column) {
    String hex = (String) row.getField(column);
    return hex == null ? 0 : Long.parseUnsignedLong(hex, HEX);
  }
}

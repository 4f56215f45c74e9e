package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.report.Signal;
import io.groundswell.domain.volume.ArrivalRule;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * What moves the job beside counted posts, for whoever wants to run it again: a support contact, a
 * change event, an answer, how many posts a feed has brought in a bucket, or what a post says that
 * is no complaint. Nothing of it identifies a customer.
 *
 * @param input what it was sent as, or {@link #FEEDS} or {@link #SIGNALS}
 * @param createdAt event time, epoch milliseconds; of a feed the start of the bucket
 * @param receivedAt the reader's clock when it arrived, epoch milliseconds; {@link
 *     RawRecord#NO_TIME} for files
 * @param closed the last moment whose bucket had closed when it arrived; {@link
 *     ArrivalRule#NONE_CLOSED} for files
 * @param name what it is about: a product, an incident, a subject, a feed, or a signal's kind
 * @param count posts of a feed; 1 of everything else
 * @param record the same as it is sent, as JSON; null of a feed
 */
public record KeptInput(
    String input,
    long createdAt,
    long receivedAt,
    long closed,
    String name,
    int count,
    @Nullable String record) {
  /** Posts of a feed in a bucket. */
  public static final String FEEDS = "feeds";

  /** What is no complaint and yet tells something of an incident. */
  public static final String SIGNALS = "signals";

  /** Where a record that was kept comes from. */
  private static final String HISTORY = "history-inputs:0";

  /** Where an operator says what it has taken. */
  public static final OutputTag<KeptInput> TAKEN =
      new OutputTag<>("taken", TypeInformation.of(KeptInput.class));

  /**
   * A record that has been read.
   *
   * @param at its own time, epoch milliseconds
   * @param json the same in the shape of the contract
   */
  public static KeptInput of(RawRecord record, long at, String name, String json) {
    return new KeptInput(record.input().label(), at, record.now(), record.closed(), name, 1, json);
  }

  /** What a feed brought in a bucket. */
  public static KeptInput ofFeed(String feed, long start, int posts) {
    return new KeptInput(
        FEEDS, start, RawRecord.NO_TIME, ArrivalRule.NONE_CLOSED, feed, posts, null);
  }

  /** A signal. */
  public static KeptInput of(Signal signal) {
    return new KeptInput(
        SIGNALS,
        signal.at(),
        RawRecord.NO_TIME,
        signal.closed(),
        SignalJson.label(signal.kind()),
        1,
        SignalJson.write(signal));
  }

  /** The signal that this is. */
  public Signal signal() {
    return SignalJson.read(name, createdAt, closed, Objects.requireNonNull(record));
  }

  /** The record that this is, as it came. */
  public RawRecord toRecord() {
    Input kind = Input.valueOf(input.toUpperCase(Locale.ROOT));
    byte[] bytes = Objects.requireNonNull(record).getBytes(StandardCharsets.UTF_8);
    boolean file = receivedAt == RawRecord.NO_TIME;
    return file
        ? RawRecord.ofFile(kind, HISTORY, createdAt, bytes, false)
        : RawRecord.live(kind, HISTORY, bytes, receivedAt, closed);
  }

  /** When it counted: its own time, or the one up to which buckets had closed, in milliseconds. */
  public long moment() {
    return closed == ArrivalRule.NONE_CLOSED ? createdAt : Math.max(createdAt, closed + 1);
  }
}

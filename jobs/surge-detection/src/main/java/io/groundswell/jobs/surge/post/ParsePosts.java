package io.groundswell.jobs.surge.post;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Post;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.RawRecord;
import io.groundswell.jobs.surge.connector.Reading;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import io.groundswell.jobs.surge.feed.SignOfLife;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Tally;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Bytes to posts; what is none becomes a dead letter. Support contacts, change events, answers and
 * rulings go their own ways; copies of rulings go every way that is decided among posts.
 */
public final class ParsePosts extends ProcessFunction<RawRecord, ReadPost> {
  /** Records that are no posts. */
  public static final OutputTag<DeadLetter> DEAD_LETTERS =
      new OutputTag<>("dead-letters", TypeInformation.of(DeadLetter.class));

  /** Records of rulings, unread, each once. */
  public static final OutputTag<RawRecord> RULINGS =
      new OutputTag<>("rulings", TypeInformation.of(RawRecord.class));

  /** Records of support contacts, unread, and copies of rulings in their place among posts. */
  public static final OutputTag<RawRecord> CONTACTS =
      new OutputTag<>("contacts", TypeInformation.of(RawRecord.class));

  /** Records of change events, unread. */
  public static final OutputTag<RawRecord> CHANGES =
      new OutputTag<>("changes", TypeInformation.of(RawRecord.class));

  /** Records of verdicts and mutes, unread, and copies of rulings in their place among posts. */
  public static final OutputTag<RawRecord> ANSWERS =
      new OutputTag<>("answers", TypeInformation.of(RawRecord.class));

  /**
   * Which feeds are alive: a sign with every post that has a time, and with every dead letter of a
   * partition.
   */
  public static final OutputTag<SignOfLife> SIGNS =
      new OutputTag<>("signs-of-life", TypeInformation.of(SignOfLife.class));

  private static final long serialVersionUID = 1;

  private final Reading reading;
  private final ArrivalRule rule;

  /** Reads records as given; each is a sign of life in the bucket in which it counts. */
  public ParsePosts(Reading reading, ArrivalRule rule) {
    this.reading = reading;
    this.rule = rule;
  }

  @Override
  public void processElement(RawRecord record, Context context, Collector<ReadPost> out) {
    if (record.isEnd()) {
      return;
    }
    if (record.isCopy()) {
      out.collect(ReadPost.ruling(record));
      context.output(CONTACTS, record);
      context.output(ANSWERS, record);
      return;
    }
    if (record.input() != Input.POSTS) {
      context.output(way(record.input()), record);
      return;
    }
    Post post;
    try {
      post = reading.read(record);
    } catch (UnreadableRecord why) {
      context.output(Ledger.OUTCOMES, Tally.deadLetter(record));
      context.output(DEAD_LETTERS, record.refused(why));
      if (record.now() != RawRecord.NO_TIME) {
        context.output(SIGNS, SignOfLife.ofDeadLetter(record, rule.width()));
      }
      return;
    }
    if (post.createdAt() != Post.NO_TIME) {
      context.output(SIGNS, SignOfLife.of(post, record, rule));
    }
    out.collect(ReadPost.of(post, record));
  }

  private static OutputTag<RawRecord> way(Input input) {
    if (input.isAnswer()) {
      return ANSWERS;
    }
    return switch (input) {
      case CONTACTS -> CONTACTS;
      case CONTROL -> RULINGS;
      default -> CHANGES;
    };
  }
}

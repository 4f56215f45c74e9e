package io.groundswell.jobs.surge.connector;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.contact.SupportContact;
import io.groundswell.domain.post.Post;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;

/**
 * How records become posts, support contacts, change events and answers, and which are refused.
 *
 * @param format how one post is read
 * @param ofTopics the same for topics that have a format of their own, by name
 * @param now the reader's clock for records that do not say when they arrived, epoch milliseconds:
 *     the moment the command started
 */
public record Reading(PostFormat format, Map<String, PostFormat> ofTopics, long now)
    implements Serializable {
  private static final long EARLIEST = Instant.parse("2005-01-01T00:00:00Z").toEpochMilli();
  private static final long AHEAD = 5 * 60_000;

  /** Reads all posts in one format. */
  public Reading(PostFormat format, long now) {
    this(format, Map.of(), now);
  }

  /**
   * Reads a record of posts. What comes without a time happens when it arrives; in a file it stays
   * without.
   *
   * @throws UnreadableRecord where it is no post, or its time cannot be believed
   */
  public Post read(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    Post post = format(record).read(record.bytes());
    if (post.createdAt() == Post.NO_TIME) {
      return post.at(record.now());
    }
    requireCredible("created_at", post.createdAt(), record);
    return post;
  }

  private PostFormat format(RawRecord record) {
    return ofTopics.isEmpty() ? format : ofTopics.getOrDefault(record.topic(), format);
  }

  /**
   * Reads a record of support contacts.
   *
   * @throws UnreadableRecord where it is none, or its time cannot be believed
   */
  public SupportContact readContact(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    SupportContact contact = JsonContacts.read(record.bytes());
    requireCredible("created_at", contact.createdAt(), record);
    return contact;
  }

  /**
   * Reads a record of change events. What comes without a time, where its format allows that,
   * happened when it arrived.
   *
   * @throws UnreadableRecord where it is none, or its time cannot be believed
   */
  public ChangeEvent readChange(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    ChangeEvent event = JsonChanges.read(record.bytes(), record.now());
    requireCredible("at", event.at(), record);
    return event;
  }

  /**
   * Reads a record of verdicts.
   *
   * @throws UnreadableRecord where it is none, or its time cannot be believed
   */
  public Verdict readVerdict(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    Verdict verdict = JsonAnswers.readVerdict(record.bytes());
    requireCredible("at", verdict.at(), record);
    return verdict;
  }

  /**
   * Reads a record of mutes. What comes without a time was said when it arrived, or in a file when
   * it began.
   *
   * @throws UnreadableRecord where it is none, or its time cannot be believed
   */
  public Mute readMute(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    Mute mute = JsonAnswers.readMute(record.bytes(), record.now());
    requireCredible("at", mute.at(), record);
    return mute;
  }

  /**
   * Reads a record of the control topic, with the time at which it was made.
   *
   * @throws UnreadableRecord where it is no ruling, or its time cannot be believed
   */
  public RulingJson.Sent readRuling(RawRecord record) throws UnreadableRecord {
    requireWhole(record);
    RulingJson.Sent sent = RulingJson.readSent(record.bytes(), record.readAt());
    requireCredible("at", sent.at(), record);
    return sent;
  }

  private static void requireWhole(RawRecord record) throws UnreadableRecord {
    if (record.oversized()) {
      throw new UnreadableRecord("oversized", "longer than 256 KB");
    }
  }

  private void requireCredible(String field, long time, RawRecord record) throws UnreadableRecord {
    Instant given = Instant.ofEpochMilli(time);
    if (time < EARLIEST) {
      throw new UnreadableRecord("before-2005", field + " lies before 2005: " + given);
    }
    long clock = record.now() == RawRecord.NO_TIME ? now : record.now();
    if (time > clock + AHEAD) {
      throw new UnreadableRecord(
          "future", field + " lies more than 5 minutes ahead of the clock: " + given);
    }
  }
}

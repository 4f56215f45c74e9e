package io.groundswell.domain.volume;

import io.groundswell.domain.voice.Speech;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint, or a support contact, as it travels to the counters: compact, and without its text
 * but where somebody keeps it, until it has been counted.
 *
 * @param createdAt event time, epoch milliseconds
 * @param closed the last moment whose bucket had closed when it arrived, epoch milliseconds; {@link
 *     ArrivalRule#NONE_CLOSED} where nothing can be late
 * @param identity 64-bit hash of the post's source and id
 * @param record 64-bit hash of the record it was read from, to order copies
 * @param author 64-bit hash of the author; of the post where the author is unknown
 * @param source where it was posted; a contact's channel
 * @param subjects keys of every subject it belongs to; never empty. A contact's are all the queue's
 *     ({@link Channel})
 * @param unknown handles, hashtags and phrases of a complaint that matches no product; else empty
 * @param speech what it says, until it has been heard among others; then null
 * @param voice the author, or the voice whose words these are
 * @param agreement what its words say beside those of others, in thousandths of the logarithm of an
 *     e-value
 * @param kept what is kept of its post, until it has been counted; null where nobody keeps posts,
 *     and in state of version 0.1
 */
public record Mention(
    long createdAt,
    long closed,
    long identity,
    long record,
    long author,
    String source,
    List<String> subjects,
    List<String> unknown,
    @Nullable Speech speech,
    long voice,
    int agreement,
    @Nullable KeptPost kept) {

  /** State of version 0.1 knows no voices. */
  public Mention {
    voice = voice == 0 ? author : voice;
  }

  /** A mention of which nobody knows what it says. */
  public Mention(
      long createdAt,
      long closed,
      long identity,
      long record,
      long author,
      String source,
      List<String> subjects,
      List<String> unknown) {
    this(
        createdAt, closed, identity, record, author, source, subjects, unknown, null, author, 0,
        null);
  }

  /** The same once it has been heard: without what it says. */
  public Mention heard(long speaker, int says) {
    return new Mention(
        createdAt, closed, identity, record, author, source, subjects, unknown, null, speaker, says,
        null);
  }

  /** A post that adds no voice, as it is counted among those about its product. */
  public Mention echoing() {
    List<String> echo = List.of(Channel.ECHO.key(listener()));
    return new Mention(
        createdAt, closed, identity, record, identity, source, echo, List.of(), null, identity, 0,
        null);
  }

  /** The same post, found to be about something, and saying something. */
  public Mention about(List<String> others, Speech said) {
    return new Mention(
        createdAt, closed, identity, record, author, source, others, unknown, said, voice,
        agreement, kept);
  }

  /** The same once it has been counted: what is kept of its post goes no further. */
  public Mention counted() {
    return kept == null ? this : keeping(null);
  }

  /** The same with something else that is kept of its post. */
  Mention keeping(@Nullable KeptPost other) {
    return new Mention(
        createdAt, closed, identity, record, author, source, subjects, unknown, speech, voice,
        agreement, other);
  }

  /** Whether this is no complaint, but says that its post was withdrawn. */
  public boolean withdrawal() {
    return kept != null && kept.withdrawn();
  }

  /** Key of the product whose complaints it is heard among; what is unmatched has one as well. */
  public String listener() {
    int first = 0;
    while (subjects.get(first).startsWith("@")) {
      first++; // Regions over all products come first in the order of keys.
    }
    return subjects.get(first);
  }

  /** Whether this is a support contact. */
  public boolean contact() {
    return Channel.SUPPORT.holds(subjects.get(0));
  }
}

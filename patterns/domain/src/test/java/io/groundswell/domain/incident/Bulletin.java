package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.surge.Level;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import io.groundswell.domain.surge.SurgeSize;
import io.groundswell.domain.surge.Turn;
import io.groundswell.domain.volume.People;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * What one closed bucket says of one subject: its score, and the pattern that matched with it.
 *
 * @param bucket the score
 * @param pattern id of the pattern, or null
 */
public record Bulletin(ScoredBucket bucket, @Nullable String pattern) {
  static final long MINUTE = 60_000;
  static final long NOON = Instant.parse("2026-01-05T12:00:00Z").toEpochMilli();
  static final double THRESHOLD = 14.3;

  public static Bulletin opens(String subject, int minute, double evidence) {
    return of(subject, minute, evidence, Turn.OPENS, "sudden");
  }

  public static Bulletin reopens(String subject, int minute, double evidence) {
    return of(subject, minute, evidence, Turn.REOPENS, "relapse");
  }

  public static Bulletin escalates(String subject, int minute, double evidence) {
    return of(subject, minute, evidence, Turn.ESCALATES, "escalation");
  }

  public static Bulletin resolves(String subject, int minute) {
    return of(subject, minute, 1, Turn.RESOLVES, "recovery");
  }

  /** An elevated bucket that no pattern matched with. */
  public static Bulletin elevated(String subject, int minute) {
    return of(subject, minute, THRESHOLD - 1, Turn.NONE, null);
  }

  /** A calm bucket that adds to a surge. */
  public static Bulletin calm(String subject, int minute) {
    return of(subject, minute, 3, Turn.NONE, null);
  }

  /** The same with an onset of its own and other counts since then. */
  public Bulletin since(int onset, double observed, double expected) {
    return with(bucket.threshold(), new SurgeSize(at(onset), observed, expected, 2 * observed, 5));
  }

  /** The same on another threshold. */
  Bulletin withThreshold(double threshold) {
    return with(threshold, bucket.surge());
  }

  /** The same with so many people in the bucket. */
  Bulletin of(int observed) {
    return with(bucket.threshold(), bucket.surge(), observed);
  }

  private Bulletin with(double threshold, SurgeSize size) {
    return with(threshold, size, bucket.observed());
  }

  private Bulletin with(double threshold, SurgeSize size, int observed) {
    return new Bulletin(
        new ScoredBucket(
            bucket.subject(),
            bucket.start(),
            bucket.end(),
            observed,
            bucket.posts(),
            bucket.expected(),
            bucket.evidence(),
            threshold,
            bucket.watched(),
            bucket.level(),
            bucket.turn(),
            size,
            bucket.texts(),
            bucket.discount(),
            bucket.people()),
        pattern);
  }

  /** The same by the people with these numbers, the last one included. */
  public Bulletin by(int first, int last) {
    long[] hashes =
        LongStream.rangeClosed(first, last).map(i -> Hash64.of("forum", "author " + i)).toArray();
    People people = bucket.people().plus(People.of(People.OF_BUCKET, hashes), 2 * People.OF_BUCKET);
    return new Bulletin(bucket.by(people), pattern);
  }

  /** Start of the bucket this many minutes after noon. */
  public static long at(int minute) {
    return NOON + minute * MINUTE;
  }

  public static Bulletin of(
      String subject, int minute, double evidence, Turn turn, @Nullable String pattern) {
    Level level = Level.of(turn == Turn.RESOLVES ? 0 : 1, evidence, THRESHOLD);
    SurgeSize size = new SurgeSize(at(0), 12 + minute, 2 + minute * .1, 20 + minute, 5);
    return new Bulletin(
        new ScoredBucket(
            subject,
            at(minute),
            at(minute + 1),
            6,
            8,
            .1,
            evidence,
            THRESHOLD,
            168,
            level,
            turn,
            size),
        pattern);
  }

  public List<SurgeMatch> matches() {
    return pattern == null ? List.of() : List.of(new SurgeMatch(pattern, bucket, bucket));
  }

  private static Component labelled(String tag) {
    return new Component(tag, tag, List.of(), List.of(), List.of(), List.of(tag));
  }

  /** Firefox with two components, mail with two that are labels of a source, and accounts. */
  static Catalogue catalogue() {
    Product firefox =
        new Product(
            "firefox",
            "Firefox",
            List.of("firefox"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "team-desktop",
            Importance.HIGH,
            "https://wiki.example/firefox",
            List.of(),
            List.of(
                new Component("sync", "Sync", List.of("sync"), List.of(), List.of(), List.of()),
                Component.of("tabs", "tabs")));
    Product mail =
        new Product(
            "mail",
            "Mail",
            List.of("mail"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            Importance.NORMAL,
            null,
            List.of(),
            List.of(labelled("install"), labelled("themes")));
    return Catalogue.of(
        List.of(firefox, mail, Product.of("accounts", "firefox account")), List.of());
  }
}

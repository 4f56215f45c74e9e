package io.groundswell.domain.feed;

import io.groundswell.domain.answer.Standing;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.Figures;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Lead;
import io.groundswell.domain.incident.LeadStatus;
import io.groundswell.domain.incident.Opening;
import io.groundswell.domain.incident.Severity;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.BlindSpan;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The silence of a blind feed, and what is said of it. Times are epoch milliseconds.
 *
 * @param key of the feed
 * @param since end of its last bucket with posts
 * @param from start of the first bucket after it was declared blind
 * @param missed posts that are normal in between
 * @param evidence that this is no normal silence
 * @param share of all posts of the week before, 0 to 1
 */
record Silence(String key, long since, long from, double missed, double evidence, double share) {
  private static final double MOST = .5;
  private static final long MINUTE = 60_000;

  static Silence of(String key, Feed feed) {
    return new Silence(
        key, feed.silentSince, feed.blindFrom, feed.missed, feed.evidence, feed.share);
  }

  FeedNews opened(double threshold) {
    String title =
        "%s has gone silent: no post for %s where %s are normal; nothing is known of what it feeds"
            .formatted(name(), length(from), Figures.amount(missed));
    String why =
        String.format(
            Locale.ROOT,
            "Since %s nothing has come from %s, which brought %d %% of all posts in the week"
                + " before; the baseline expects %s posts. Evidence %.1f against a threshold of"
                + " %.1f. Until it is back, what it feeds learns nothing and ends no incident.",
            Instant.ofEpochMilli(since),
            name(),
            Math.round(100 * share),
            Figures.amount(missed),
            evidence,
            threshold);
    return new FeedNews(update(1, Status.OPENED, title, why, from), span(BlindSpan.OPEN));
  }

  /** It came back in the bucket from {@code back} to {@code end}. */
  FeedNews ended(long back, long end) {
    String title = "%s brings posts again, after %s".formatted(name(), length(back));
    String why =
        "Silent from %s to %s. What it feeds is watched again; what was known of it before is %s."
            .formatted(
                Instant.ofEpochMilli(since),
                Instant.ofEpochMilli(back),
                back - since < 24 * 60 * MINUTE ? "taken up as it was" : "only a first guess");
    return new FeedNews(update(2, Status.RESOLVED, title, why, end), span(back));
  }

  FeedNews givenUp(long end) {
    String title = "%s is no longer waited for, after %s".formatted(name(), length(end));
    String why =
        "Silent since %s. What it fed is watched without it; should it come back, it is new."
            .formatted(Instant.ofEpochMilli(since));
    return new FeedNews(update(2, Status.RESOLVED, title, why, end), span(end));
  }

  private String name() {
    return FeedKey.isPartition(key) ? "Partition " + FeedKey.name(key) : key;
  }

  private String length(long until) {
    return Figures.duration((until - since) / MINUTE);
  }

  private BlindSpan span(long until) {
    return new BlindSpan(FeedKey.name(key), FeedKey.isPartition(key), since, from, until, share);
  }

  private IncidentUpdate update(int sequence, Status status, String title, String why, long at) {
    return new IncidentUpdate(
        Figures.id("blind:" + key, since),
        sequence,
        status,
        share >= MOST ? Severity.SEV2 : Severity.SEV3,
        IncidentKind.BLIND,
        PatternId.SILENCE,
        new Subject(null, null, null, null),
        FeedKey.name(key),
        title,
        since,
        from,
        at,
        0,
        missed,
        0,
        evidence,
        0,
        0,
        Opening.UNKNOWN,
        new BlastRadius(List.of(), List.of(), List.of(), List.of()),
        new Lead(null, null, null, LeadStatus.UNKNOWN),
        null,
        null,
        why,
        Standing.NONE);
  }
}

package io.groundswell.domain.briefing;

import io.groundswell.domain.agreement.Said;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.IncidentUpdate;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Reports;
import io.groundswell.domain.report.Tally;
import io.groundswell.domain.voice.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a {@link Story} takes in what is reported, bucket by bucket. */
public final class Stories {
  /** Reports that are kept of an incident: of more, a sample by the hashes of their posts. */
  static final int MOST_REPORTS = 40;

  /** Posts to answer: the first, since they wait longest. */
  static final int MOST_ANSWERS = 24;

  /** Subjects that are counted. */
  static final int MOST_TALLIES = 64;

  /** Steps of the curve; of a longer one two become one. */
  static final int MOST_STEPS = 192;

  /** How far before the onset the curve begins, in milliseconds. */
  public static final long BEFORE = 3_600_000;

  /** What is reported again is what has been reported so lately, in milliseconds. */
  private static final long LATELY = 1_800_000;

  private static final int MOST_PLACES = 24;

  private static final Comparator<Report> BY_CHANCE =
      Comparator.comparingLong((Report report) -> report.identity() * 0x9e3779b97f4a7c15L);

  private Stories() {}

  /**
   * Begins a story.
   *
   * @param width of a bucket, milliseconds
   */
  public static Story begin(IncidentUpdate opened, long width) {
    Story story = new Story();
    story.last = opened;
    story.keys.add(opened.subject().key());
    story.curveWidth = width;
    story.curveFrom = Math.floorDiv(opened.onsetAt() - BEFORE, width) * width;
    return story;
  }

  /** Whether posts are about the incident at all: a campaign and chatter are told by figures. */
  public static boolean hasReports(IncidentUpdate update) {
    return update.kind() == IncidentKind.SURGE;
  }

  /** The desk has news. */
  public static void turn(Story story, IncidentUpdate update) {
    if (update.status() == Status.REOPENED) {
      story.calmFrom = story.toldAt;
    }
    story.last = update;
    if (update.status() == Status.OPENED || update.status() == Status.REOPENED) {
      Suspicions.begin(story, update.updatedAt());
    }
    if (update.status() == Status.REOPENED) {
      story.reports.removeIf(report -> report.at() < update.updatedAt() - LATELY);
    }
    for (var product : update.blastRadius().products()) {
      boolean own = product.id().equals(update.subject().product());
      if (!own && !story.keys.contains(product.id()) && update.subject().product() != null) {
        story.keys.add(product.id());
      }
    }
  }

  /** Takes in what has been reported before the incident opened, the oldest first. */
  public static void recall(Story story, Collection<Reports> past) {
    past.forEach(reports -> add(story, reports));
    story.linkedAtOpening =
        story.keys.stream()
            .map(story::tally)
            .mapToInt(tally -> tally == null ? 0 : tally.linked())
            .sum();
  }

  /** Takes in a bucket. */
  public static void add(Story story, Reports reports) {
    IncidentUpdate update = story.told();
    if (!hasReports(update)) {
      return;
    }
    List<Report> own = reports.reports().stream().filter(one -> isOf(story, one)).toList();
    int posts = posts(story, reports, own);
    if (posts == 0) {
      return;
    }
    addToCurve(story, reports.start(), posts);
    if (reports.start() < update.onsetAt()) {
      return;
    }
    for (Tally tally : reports.tallies()) {
      count(story, tally);
      addPlace(story, reports.start(), tally);
    }
    own.forEach(report -> add(story, report));
  }

  /** Of a term nobody counts but those who are read. */
  private static int posts(Story story, Reports reports, List<Report> own) {
    if (story.told().subject().term() != null) {
      return own.size();
    }
    int posts = 0;
    for (String key : story.keys) {
      Tally tally = reports.tally(key);
      posts += tally == null ? 0 : tally.posts();
    }
    return posts;
  }

  private static boolean isOf(Story story, Report report) {
    Subject subject = story.told().subject();
    if (subject.term() != null) {
      return report.subjects().contains(String.valueOf(subject.product()))
          && report.words().stream().anyMatch(word -> alike(word.text(), subject.term()));
    }
    return story.keys.stream().anyMatch(report.subjects()::contains);
  }

  /** As those who hear terms tell words apart. */
  private static boolean alike(String word, String term) {
    return Said.beginning(word).equals(Said.beginning(term));
  }

  private static void addToCurve(Story story, long start, int posts) {
    if (start < story.curveFrom) {
      return;
    }
    while ((start - story.curveFrom) / story.curveWidth >= MOST_STEPS) {
      halve(story);
    }
    int step = (int) ((start - story.curveFrom) / story.curveWidth);
    while (story.curve.size() <= step) {
      story.curve.add(0);
    }
    story.curve.set(step, story.curve.get(step) + posts);
  }

  private static void halve(Story story) {
    List<Integer> wider = new ArrayList<>();
    for (int i = 0; i < story.curve.size(); i += 2) {
      int next = i + 1 < story.curve.size() ? story.curve.get(i + 1) : 0;
      wider.add(story.curve.get(i) + next);
    }
    story.curve = wider;
    story.curveWidth *= 2;
  }

  private static void count(Story story, Tally more) {
    for (int i = 0; i < story.tallies.size(); i++) {
      Tally known = story.tallies.get(i);
      if (known.subject().equals(more.subject())) {
        story.tallies.set(
            i,
            new Tally(
                known.subject(), known.posts() + more.posts(), known.linked() + more.linked()));
        return;
      }
    }
    if (story.tallies.size() < MOST_TALLIES) {
      story.tallies.add(more);
    }
  }

  private static void addPlace(Story story, long start, Tally tally) {
    Subject subject = Subject.parse(tally.subject());
    String product = story.told().subject().product();
    if (subject.region() == null
        || subject.component() != null
        || !Objects.equals(product, subject.product())) {
      return;
    }
    Place place = place(story, subject.region());
    if (place != null) {
      place.add(start, tally.posts());
    }
  }

  static @Nullable Place place(Story story, String region) {
    for (Place place : story.places) {
      if (place.region.equals(region)) {
        return place;
      }
    }
    if (story.places.size() == MOST_PLACES) {
      return null;
    }
    Place place = new Place();
    place.region = region;
    story.places.add(place);
    return place;
  }

  private static void add(Story story, Report report) {
    Quote quote = report.quote();
    if (quote.url() == null) {
      story.unreachable++;
    } else {
      story.reachable++;
      if (story.answers.size() < MOST_ANSWERS) {
        story.answers.add(
            new Answer(
                report.identity(), quote.postId(), quote.source(), quote.url(), report.at(), 0));
      }
    }
    boolean spoken = story.reports.stream().anyMatch(one -> one.voice() == report.voice());
    if (spoken) {
      return;
    }
    story.reports.add(report);
    if (story.reports.size() > MOST_REPORTS) {
      story.reports.sort(BY_CHANCE);
      story.reports.remove(MOST_REPORTS);
    }
  }
}

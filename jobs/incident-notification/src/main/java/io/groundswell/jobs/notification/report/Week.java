package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.delivery.Entry.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a period came to, worked out of records and nothing else.
 *
 * <p>Its incidents are the surges and blind feeds that were detected in it, and those that first
 * paged a destination in it. They are taken as the records know them now, so an answer that was
 * given later counts.
 *
 * @param period which
 * @param teams those that had incidents, in the order of their names
 * @param all all teams together
 * @param recorded campaigns and chatter, of which nobody is told
 * @param open incidents that are not over
 * @param ignored paged, and neither acknowledged nor judged
 * @param pagesByDay how many destinations were first told of something urgent
 * @param undelivered what destinations have not taken, the earliest first
 * @param subjects the noisiest first
 * @param mutes that held on any of its days
 * @param leads against the support queue, or null
 * @param drift against the periods before, or null where no posts are counted by day
 */
public record Week(
    Period period,
    List<TeamRow> teams,
    TeamRow all,
    int recorded,
    int open,
    List<Ignored> ignored,
    SortedMap<LocalDate, Integer> pagesByDay,
    List<Entry> undelivered,
    List<SubjectRow> subjects,
    List<MuteRow> mutes,
    @Nullable Leads leads,
    @Nullable Drift drift) {

  /**
   * An incident that woke somebody and that nobody answered.
   *
   * @param team whose it is
   * @param subject key of what it is about
   * @param title what was said of it
   * @param pagedAt when the first destination took it, epoch milliseconds
   */
  public record Ignored(String team, String subject, String title, long pagedAt) {}

  /** Works it out. */
  public static Week of(Records records, Period period) {
    List<Story> all = Stories.of(records);
    List<Story> faults = all.stream().filter(Story::isFault).toList();
    List<Story> own =
        faults.stream()
            .filter(story -> period.holds(story.detectedAt()) || story.pagesIn(period) > 0)
            .toList();
    return new Week(
        period,
        teams(own, period),
        TeamRow.of("all", period, own),
        (int) all.stream().filter(s -> !s.isFault() && period.holds(s.detectedAt())).count(),
        (int) own.stream().filter(story -> story.endedAt() == null).count(),
        ignored(own, period),
        pagesByDay(own, period),
        undelivered(Records.orNone(records.deliveries()), period),
        subjects(own, period),
        mutes(records, faults, period),
        records.leads() == null ? null : Leads.of(records.leads(), period),
        records.days() == null ? null : Drift.of(period, faults, records.days()));
  }

  private static Collection<List<Story>> by(List<Story> stories, Function<Story, String> key) {
    return stories.stream()
        .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()))
        .values();
  }

  private static List<TeamRow> teams(List<Story> own, Period period) {
    return by(own, Story::team).stream()
        .map(stories -> TeamRow.of(stories.get(0).team(), period, stories))
        .toList();
  }

  private static List<Ignored> ignored(List<Story> own, Period period) {
    return own.stream()
        .filter(story -> story.pagesIn(period) > 0 && !story.isActedOn())
        .map(
            story ->
                new Ignored(
                    story.team(), story.subject(), story.title(), story.pages().get(0).firstAt()))
        .sorted(Comparator.comparingLong(Ignored::pagedAt).thenComparing(Ignored::subject))
        .toList();
  }

  private static SortedMap<LocalDate, Integer> pagesByDay(List<Story> own, Period period) {
    SortedMap<LocalDate, Integer> days = new TreeMap<>();
    period.from().datesUntil(period.until()).forEach(day -> days.put(day, 0));
    own.stream()
        .flatMap(story -> story.pages().stream())
        .filter(page -> period.holds(page.firstAt()))
        .forEach(page -> days.merge(Period.day(page.firstAt()), 1, Integer::sum));
    return days;
  }

  private static List<Entry> undelivered(List<Entry> deliveries, Period period) {
    return deliveries.stream()
        .filter(entry -> period.holds(entry.at()))
        .filter(e -> e.outcome() == Outcome.REFUSED || e.outcome() == Outcome.GIVEN_UP)
        .sorted(Comparator.comparingLong(Entry::at).thenComparing(Entry::key))
        .toList();
  }

  private static List<SubjectRow> subjects(List<Story> own, Period period) {
    return by(own, Story::subject).stream()
        .map(
            stories -> {
              TeamRow sum = TeamRow.of("", period, stories);
              int falseOnes = TeamRow.count(stories, Judgement.FALSE);
              return new SubjectRow(
                  stories.get(0).subject(), sum.incidents(), sum.paged(), falseOnes);
            })
        .sorted(SubjectRow.NOISIEST_FIRST)
        .toList();
  }

  /** Those of the topic of mutes, and those that incidents name: what recurs is in no topic. */
  private static List<MuteRow> mutes(Records records, List<Story> faults, Period period) {
    Map<String, Mute> known = new TreeMap<>();
    faults.forEach(story -> story.mutes().forEach(mute -> known.put(mute.id(), mute)));
    Records.orNone(records.mutes()).forEach(mute -> known.put(mute.id(), mute));
    List<MuteRow> rows = new ArrayList<>();
    for (Mute mute : known.values()) {
      if (mute.from() < period.end() && mute.until() > period.start()) {
        List<Story> muted =
            faults.stream()
                .filter(story -> story.mutes().stream().anyMatch(m -> m.id().equals(mute.id())))
                .toList();
        rows.add(
            new MuteRow(
                mute,
                mute.until() <= period.end(),
                muted.stream().map(Story::title).toList(),
                (int) muted.stream().filter(story -> !story.pages().isEmpty()).count()));
      }
    }
    rows.sort(
        Comparator.comparingLong((MuteRow row) -> row.mute().from())
            .thenComparing(row -> row.mute().id()));
    return rows;
  }
}

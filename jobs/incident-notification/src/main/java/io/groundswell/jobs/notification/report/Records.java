package io.groundswell.jobs.notification.report;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.jobs.notification.delivery.Entry;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that a report is made of. What is null was not given, so that nothing is known of it; what is
 * empty was, and says that there is nothing.
 *
 * @param told updates of incidents, in any order, each once
 * @param deliveries what destinations were told: the last entry of each key
 * @param verdicts what people answered
 * @param mutes the last one of each id
 * @param leads the last row of each key
 * @param days posts read, by the day on which that was decided
 * @param totals what a summary says
 * @param passedOver what could not be read, in a sentence for each input
 */
public record Records(
    List<Told> told,
    @Nullable List<Entry> deliveries,
    @Nullable List<Verdict> verdicts,
    @Nullable List<Mute> mutes,
    @Nullable List<LeadRow> leads,
    @Nullable SortedMap<LocalDate, Counted> days,
    @Nullable Totals totals,
    List<String> passedOver) {

  /** Copies the lists. */
  public Records {
    told = List.copyOf(told);
    deliveries = deliveries == null ? null : List.copyOf(deliveries);
    verdicts = verdicts == null ? null : List.copyOf(verdicts);
    mutes = mutes == null ? null : List.copyOf(mutes);
    leads = leads == null ? null : List.copyOf(leads);
    days = days == null ? null : Collections.unmodifiableSortedMap(new TreeMap<>(days));
    passedOver = List.copyOf(passedOver);
  }

  /** When the newest of them was made, epoch milliseconds; none where there are none. */
  public OptionalLong newest() {
    return times().max();
  }

  /** When the oldest of them was made, epoch milliseconds; none where there are none. */
  public OptionalLong oldest() {
    return times().min();
  }

  private LongStream times() {
    return Stream.of(
            told.stream().map(Told::updatedAt),
            orNone(deliveries).stream().map(Entry::at),
            orNone(verdicts).stream().map(Verdict::at),
            orNone(leads).stream().map(row -> row.entry().at()),
            (days == null ? Map.<LocalDate, Counted>of() : days)
                .keySet().stream().map(day -> new Period(day, day.plusDays(1)).start()))
        .flatMap(times -> times)
        .mapToLong(Long::longValue);
  }

  static <T> List<T> orNone(@Nullable List<T> given) {
    return given == null ? List.of() : given;
  }
}

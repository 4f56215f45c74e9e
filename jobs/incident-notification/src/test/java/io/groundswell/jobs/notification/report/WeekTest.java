package io.groundswell.jobs.notification.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.jobs.notification.connector.ReportInput;
import io.groundswell.jobs.notification.delivery.Entry;
import io.groundswell.jobs.notification.report.Week.Ignored;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** The invented week, counted by hand. */
class WeekTest {
  private static final Period W10 = Period.week("2026-W10");
  private static final OptionalDouble NONE = OptionalDouble.empty();

  @Test
  void countsForEachTeamWhatItHadToDoWith() throws IOException {
    Week week = Week.of(Given.all(), W10);

    // Pay: three opened, and one of Sunday that paged on Monday. Acknowledged 10 minutes after the
    // page twice; 40, 60 and 100 minutes long.
    assertThat(week.teams())
        .containsExactly(
            new TeamRow("nobody", 1, 1, 1, 1, minutes(30), 0, 0, 0, 0, 0, NONE),
            new TeamRow("team-mobile", 2, 0, 0, 0, NONE, 0, 0, 1, 1, 0, minutes(40)),
            new TeamRow("team-pay", 3, 3, 4, 2, minutes(10), 1, 1, 0, 0, 1, minutes(60)));
    assertThat(week.all())
        .isEqualTo(new TeamRow("all", 6, 4, 5, 3, minutes(10), 1, 1, 1, 1, 1, minutes(50)));
    assertThat(week.all().precision()).hasValue(0.5);
    assertThat(week.recorded()).isEqualTo(1);
    assertThat(week.open()).isEqualTo(2);
  }

  private static OptionalDouble minutes(double minutes) {
    return OptionalDouble.of(minutes);
  }

  @Test
  void namesWhatWasPagedAndLeftAlone() throws IOException {
    Week week = Week.of(Given.all(), W10);

    assertThat(week.ignored())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.team()).isEqualTo("team-pay");
              assertThat(one.subject()).isEqualTo("shop@IT");
              assertThat(one.pagedAt()).isEqualTo(W10.start() + minutesOf(2 * 1440 + 20 * 60 + 4));
            })
        .extracting(Ignored::title)
        .asString()
        .doesNotContain("\u202e");
    assertThat(week.pagesByDay().values()).containsExactly(3, 0, 1, 0, 0, 0, 1);
  }

  private static long minutesOf(long minutes) {
    return minutes * 60_000;
  }

  @Test
  void listsWhatNobodyTookAndWhatAMuteHeldBack() throws IOException {
    Week week = Week.of(Given.all(), W10);

    assertThat(week.undelivered()).extracting(Entry::destination).containsExactly("chat", "hook");
    assertThat(week.mutes())
        .extracting(row -> row.mute().subject(), MuteRow::ended, MuteRow::muted, MuteRow::paged)
        .containsExactly(
            tuple("mobile", true, List.of("Mobile: complaints surge"), 0),
            tuple("shop", false, List.of(), 0));
  }

  @Test
  void ranksSubjectsByHowOftenTheyWereTold() throws IOException {
    assertThat(Week.of(Given.all(), W10).subjects())
        .containsExactly(
            new SubjectRow("shop/checkout", 2, 2, 1),
            new SubjectRow("@DE", 1, 1, 0),
            new SubjectRow("shop@IT", 1, 1, 0),
            new SubjectRow("mobile", 1, 0, 0),
            new SubjectRow("mobile~signal", 1, 0, 0));
  }

  @Test
  void setsIncidentsBesideTheSupportQueue() throws IOException {
    Leads leads = Objects.requireNonNull(Week.of(Given.all(), W10).leads());

    assertThat(leads.simulated()).isTrue();
    assertThat(leads.sum().incidents()).isEqualTo(4);
    assertThat(leads.sum().ahead()).isEqualTo(2);
    assertThat(leads.sum().behind()).isEqualTo(1);
    assertThat(leads.sum().medianLeadSeconds()).isEqualTo(600);
    assertThat(leads.sum().misses()).isEqualTo(2);
    assertThat(leads.misses()).extracting(miss -> miss.about()).containsExactly("shop", "mobile");
  }

  @Test
  void setsAWeekOfPostsBesideThoseBefore() throws IOException {
    Drift drift = Objects.requireNonNull(Week.of(Given.all(), W10).drift());

    // 7 days of 1,000 posts with 300 complaints; before, 7 days of 1,000, 10 of them dead letters,
    // with 150.
    assertThat(drift.now().counted()).isEqualTo(new Counted(7_000, 2_100, 630));
    assertThat(drift.before())
        .singleElement()
        .isEqualTo(new Span(W10.before(1), 7, new Counted(7_000, 1_050, 210), 0, 0));
    assertThat(drift.now().falseShare()).hasValue(0.5);
    assertThat(drift.change().getAsDouble()).isEqualTo(2);
    assertThat(drift.isNotable()).isTrue();
  }

  @Test
  void knowsNothingOfWhatWasNotGiven() throws IOException {
    Week week = Week.of(Given.records(ReportInput.INCIDENTS), W10);

    assertThat(week.all().incidents()).isEqualTo(6);
    assertThat(week.all().paged()).isZero();
    assertThat(week.all().judged()).as("told by the incident itself").isEqualTo(1);
    assertThat(week.all().precision()).isEmpty();
    assertThat(week.leads()).isNull();
    assertThat(week.drift()).isNull();
    assertThat(week.mutes()).as("named by the incident").hasSize(1);
  }

  @Test
  void stillTellsOfAPageWhoseIncidentIsGone() throws IOException {
    Records all = Given.all();
    Records gone =
        new Records(List.of(), all.deliveries(), null, null, null, null, null, List.of());

    Week week = Week.of(gone, W10);

    assertThat(week.ignored()).extracting(Ignored::subject).containsExactly("shop@IT", "@DE");
  }

  @Test
  void doesNotDependOnTheOrderOfRecords() throws IOException {
    Records all = Given.all();
    List<Told> told = new ArrayList<>(all.told());
    List<Entry> deliveries = new ArrayList<>(all.deliveries());
    Collections.reverse(told);
    Collections.reverse(deliveries);
    Records turned =
        new Records(
            told,
            deliveries,
            all.verdicts(),
            all.mutes(),
            all.leads(),
            all.days(),
            all.totals(),
            List.of());

    assertThat(Week.of(turned, W10)).isEqualTo(Week.of(all, W10));
  }
}

package io.groundswell.jobs.history.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final long MINUTE = 60_000;

  @Test
  void theSameIncidentsAreNoChange() {
    Comparison same = compare(List.of(shop(10, 60L, "SEV2")), List.of(shop(10, 60L, "SEV2")));
    assertThat(same.changes()).extracting(Change::kind).containsExactly(Change.Kind.SAME);
    assertThat(same.incidentsPerWeek()).isEqualTo(.5);
    assertThat(same.pagesPerWeek()).isEqualTo(.5);
  }

  @Test
  void whatIsToldOfOneProductAtOneTimeIsTheSameTroubleSoonerOrLater() {
    Comparison moved =
        compare(
            List.of(shop(10, 60L, "SEV2"), shop(500, null, "SEV3")),
            List.of(shop(7, 60L, "SEV3"), shop(520, 600L, "SEV3")));
    assertThat(moved.changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.EARLIER, Change.Kind.LATER);
    assertThat(moved.changes()).extracting(Change::minutesLater).containsExactly(-3.0, 20.0);
    assertThat(moved.changes()).extracting(Change::severities).containsExactly("SEV2 -> SEV3", "");
  }

  @Test
  void anotherTimeOrProductIsGainedAndLost() {
    Comparison other =
        compare(
            List.of(shop(10, 60L, "SEV2")),
            List.of(shop(70, 90L, "SEV2"), raised("bank", 10, 60L, "SEV2", "surge", null)));
    assertThat(other.changes())
        .extracting(Change::kind)
        .containsExactlyInAnyOrder(Change.Kind.LOST, Change.Kind.GAINED, Change.Kind.GAINED);
  }

  @Test
  void whoIsPairedByIdIsNotPairedByTime() {
    Comparison both =
        compare(
            List.of(shop(10, 60L, "SEV2"), shop(30, 60L, "SEV2")), List.of(shop(30, 60L, "SEV2")));
    assertThat(both.changes())
        .extracting(Change::kind)
        .containsExactly(Change.Kind.LOST, Change.Kind.SAME);
  }

  @Test
  void aSeverityAloneIsAChangeOfItsOwn() {
    Comparison graver = compare(List.of(shop(10, 60L, "SEV3")), List.of(shop(10, 60L, "SEV1")));
    assertThat(graver.count(Change.Kind.SEVERITY)).isEqualTo(1);
  }

  @Test
  void whatNobodyIsToldOfIsLeftOut() {
    Comparison quiet =
        compare(List.of(), List.of(raised("shop", 10, 60L, "SEV4", "chatter", null)));
    assertThat(quiet.changes()).isEmpty();
    assertThat(quiet.raised()).isEmpty();
  }

  @Test
  void theLeadIsTheMedianOfThoseThatHaveOne() {
    Comparison leads =
        compare(
            List.of(),
            List.of(
                raised("a", 1, 2L, "SEV2", "surge", 600L),
                raised("b", 1, 2L, "SEV2", "surge", 1_200L),
                raised("c", 1, 2L, "SEV2", "surge", null)));
    assertThat(leads.medianLead()).hasValue(15);
  }

  @Test
  void whatPeopleCalledFalseIsFalseWhoeverTellsItLater() {
    Raised noise = calledFalse(shop(10, 60L, "SEV3"));
    assertThat(compare(List.of(noise), List.of(shop(12, 60L, "SEV3"))).calledFalsePerWeek())
        .isEqualTo(.5);
    assertThat(compare(List.of(noise), List.of()).calledFalsePerWeek()).isZero();
  }

  private static Raised calledFalse(Raised one) {
    return new Raised(
        one.id(),
        one.kind(),
        one.subject(),
        one.product(),
        one.title(),
        one.detectedAt(),
        one.overAt(),
        one.severity(),
        one.leadSeconds(),
        true,
        one.course());
  }

  private static Comparison compare(List<Raised> live, List<Raised> candidate) {
    return Comparison.of("candidate", live, candidate, 2, OptionalDouble.empty());
  }

  private static Raised shop(long detected, @Nullable Long over, String severity) {
    return raised("shop", detected, over, severity, "surge", null);
  }

  private static Raised raised(
      String product,
      long detected,
      @Nullable Long over,
      String severity,
      String kind,
      @Nullable Long lead) {
    return new Raised(
        product + ":" + detected,
        kind,
        product,
        product,
        product + " surges",
        detected * MINUTE,
        over == null ? null : over * MINUTE,
        severity,
        lead,
        false,
        "");
  }
}

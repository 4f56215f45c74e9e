package io.groundswell.jobs.benchmark.week;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is flat, and how it is said. */
class DaysTest {
  /** Hours of a day: enough for a median. */
  private static final int HOURS = 3;

  @Test
  void theDaysBeforeItIsWarmDoNotMatter() {
    Days days = days(10, 200, 300, 100, 400, 109);
    assertThat(days.change(Figure.HEAP)).isCloseTo(.09, within(1e-9));
    assertThat(days.flat(Figure.HEAP)).isTrue();
  }

  @Test
  void moreThanATenthIsNotFlatAndHalfIsNeither() {
    assertThat(days(1, 1, 1, 100, 109).flat(Figure.HEAP)).isTrue();
    assertThat(days(1, 1, 1, 100, 112).flat(Figure.HEAP)).isFalse();
    assertThat(days(1, 1, 1, 100, 50).flat(Figure.HEAP)).isFalse();
    assertThat(days(1, 1, 1, 0, 1).flat(Figure.HEAP)).isFalse();
  }

  @Test
  void oneHourOfADayDoesNotDecide() {
    List<Sample> samples = new ArrayList<>(days(1, 1, 1, 100, 100).samples());
    samples.set(samples.size() - 1, sample(100_000));
    assertThat(new Days(samples, HOURS).flat(Figure.HEAP)).isTrue();
  }

  @Test
  void fourDaysAreTooFewToSay() {
    assertThat(days(1, 1, 1, 1).judged()).isFalse();
    assertThat(printed(days(1, 1, 1, 1))).contains("too short to be judged").doesNotContain("HELD");
  }

  @Test
  void everyFigureHasItsVerdict() {
    String text = printed(days(1, 1, 1, 100e6, 150e6));
    assertThat(text.lines().filter(line -> line.startsWith("heap, MB")))
        .singleElement()
        .asString()
        .contains("100.0", "150.0", "+50.0 %", "NOT HELD");
    assertThat(text.lines().filter(line -> line.endsWith("held")))
        .hasSize(Figure.values().length - 1);
    assertThat(text).contains("score");
  }

  @Test
  void aPageShowsEveryFigureByTheHour() {
    Days days = days(1, 1, 1, 100e6, 150e6);
    String page = new WeekPage(days).html(new Rhythm(10), 7);
    assertThat(page.split("<svg", -1)).hasSize(Figure.values().length + 2);
    assertThat(page).contains("NOT HELD", "State of operators, MB");
  }

  @Test
  void aSampleComesBackFromItsLine() {
    Sample sample = sample(12).with(Figure.LATENCY, .25);
    assertThat(Sample.of(sample.line())).isEqualTo(sample);
  }

  private static String printed(Days days) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new WeekReport(new PrintStream(out, true, StandardCharsets.UTF_8))
        .print(days, new Rhythm(10), 7);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Days days(double... heaps) {
    List<Sample> samples = new ArrayList<>();
    for (double heap : heaps) {
      for (int hour = 0; hour < HOURS; hour++) {
        samples.add(sample(heap));
      }
    }
    return new Days(samples, HOURS);
  }

  private static Sample sample(double heap) {
    Map<Figure, Double> figures = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      figures.put(figure, 5.0);
    }
    figures.put(Figure.HEAP, heap);
    return new Sample(figures, Map.of("score buckets", 2e6));
  }
}

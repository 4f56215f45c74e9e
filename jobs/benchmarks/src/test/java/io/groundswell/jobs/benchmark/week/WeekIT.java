package io.groundswell.jobs.benchmark.week;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three hours of a week, in a process of their own. */
class WeekIT {
  private static final int HOURS = 3;

  @TempDir Path folder;

  @Test
  void everyHourIsLookedAt() throws Exception {
    Week week = new Week(folder, new Rhythm(1), HOURS, said -> {});

    List<Sample> samples = week.live();

    assertThat(samples).hasSize(HOURS);
    for (Sample sample : samples) {
      assertThat(sample.figures()).containsOnlyKeys(Figure.values());
      assertThat(sample.figures())
          .allSatisfy((figure, value) -> assertThat(value).as(figure.name()).isNotNegative());
      assertThat(sample.figures().get(Figure.HEAP)).isGreaterThan(1e6);
      assertThat(sample.figures().get(Figure.FILES)).isPositive();
    }
    // The surge is in the third hour.
    assertThat(week.posts()).isGreaterThan(new Rhythm(1).until(HOURS * Hours.HOUR));
  }
}

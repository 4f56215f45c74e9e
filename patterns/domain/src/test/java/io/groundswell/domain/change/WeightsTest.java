package io.groundswell.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.change.Scene.Dark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What suspicion adds up to where no change has caused anything. */
class WeightsTest {
  private static final long MINUTE = 60_000;
  private static final long WATCHED = 40L * 1440 * MINUTE;
  private static final int SURGES = 500;
  private static final int HISTORIES = 20;

  @Test
  void theMeanOverSurgesWithoutACauseIsAtMostOne() {
    for (double aDay : new double[] {.1, 1, 10, 50}) {
      assertThat(mean(aDay, dice -> sort(dice.nextInt(3), dice.nextInt(3)), 0))
          .as("%s a day", aDay)
          .isLessThan(1.1);
    }
  }

  @Test
  void itIsWhereThereAreMoreSortsThanAreToldApart() {
    assertThat(mean(20, dice -> sort(dice.nextInt(200), dice.nextInt(50)), 0)).isLessThan(1.1);
  }

  @Test
  void itIsAfterAnHourInTheDark() {
    assertThat(mean(1, dice -> sort(0, 0), 60)).isLessThan(1.1);
  }

  private static Change sort(int kind, int component) {
    String part = component == 0 ? null : "part" + component;
    return new Change("", 0, 0, "kind" + kind, "shop", part, List.of(), "", null);
  }

  /** The sum of all e-values of a surge, on average. */
  private static double mean(double aDay, Function<Random, Change> sorts, int darkMinutes) {
    double sum = 0;
    for (int seed = 0; seed < HISTORIES; seed++) {
      sum += mean(new Random(seed), aDay, sorts, darkMinutes);
    }
    return sum / HISTORIES;
  }

  private static double mean(
      Random dice, double aDay, Function<Random, Change> sorts, int darkMinutes) {
    Tempo tempo = new Tempo();
    List<Change> changes = new ArrayList<>();
    double minute = 0;
    while (minute * MINUTE < WATCHED) {
      minute -= 1440 / aDay * Math.log(1 - dice.nextDouble());
      Change like = sorts.apply(dice);
      Change change =
          new Change(
              "c" + changes.size(),
              (long) (minute * MINUTE),
              0,
              like.kind(),
              "shop",
              like.component(),
              List.of(),
              "",
              null);
      changes.add(change);
      tempo.add(change);
    }
    double sum = 0;
    for (int surge = 0; surge < SURGES; surge++) {
      long onset = (long) (WATCHED / 2 + dice.nextDouble() * WATCHED / 2);
      Scene scene = scene(onset, darkMinutes);
      Weights weights = new Weights(scene, List.of(), Map.of("shop", tempo), 0);
      for (Change change : changes) {
        if (change.at() < onset && change.at() > onset - 1440 * MINUTE) {
          sum += weights.of(change);
        }
      }
    }
    return sum / SURGES;
  }

  private static Scene scene(long onset, int darkMinutes) {
    List<Dark> dark =
        darkMinutes == 0
            ? List.of()
            : List.of(
                new Dark(onset - darkMinutes * MINUTE, onset - MINUTE),
                new Dark(onset - darkMinutes * MINUTE, onset - 2 * MINUTE));
    return new Scene(
        Subject.product("shop"),
        Set.of("shop"),
        Set.of(),
        Set.of("part1"),
        Set.of(),
        false,
        List.of(),
        onset,
        List.of(onset),
        onset + MINUTE,
        dark);
  }
}

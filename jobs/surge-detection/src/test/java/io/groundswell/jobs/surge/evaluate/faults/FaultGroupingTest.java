package io.groundswell.jobs.surge.evaluate.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.report.Commonalities;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Reports of one fault in five languages, three wordings each, lie in one group. The figures are in
 * the RATIONALE.md of {@code domain.report}.
 */
class FaultGroupingTest {
  private static final int[] SIZES = {15, 9, 6, 5};
  private static final int SEEDS = 100;

  private final Commonalities commonalities = new Commonalities();

  @Test
  void oneFaultIsOneGroupWhereItIsKnownWhatPeopleComplainOf() throws IOException {
    List<Burst> bursts = Burst.of(Saying.read("faults.txt"), SIZES, false, SEEDS);
    GroupQuality quality = quality(bursts);
    assertThat(quality.oneGroup()).as("%s", quality).isGreaterThan(.97);
    assertThat(quality.purity()).as("%s", quality).isGreaterThan(.95);
    assertThat(quality.completeness()).as("%s", quality).isGreaterThan(.95);
  }

  /** For half of these faults the lists have no word: languages stay apart more often. */
  @Test
  void faultsThatNobodyThoughtOfAreGroupedLessWell() throws IOException {
    List<Burst> bursts = Burst.of(Saying.read("unseen.txt"), SIZES, false, SEEDS);
    GroupQuality quality = quality(bursts);
    assertThat(quality.oneGroup()).as("%s", quality).isGreaterThan(.6);
    assertThat(quality.purity()).as("%s", quality).isGreaterThan(.85);
  }

  @Test
  void wordsAloneWouldLeaveEveryLanguageByItself() throws IOException {
    List<Burst> bursts = Burst.of(Saying.read("faults.txt"), SIZES, false, SEEDS / 4);
    GroupQuality words =
        Arrays.stream(SharedWords.THRESHOLDS)
            .mapToObj(
                threshold ->
                    GroupQuality.of(bursts, reports -> SharedWords.group(reports, threshold)))
            .max(Comparator.comparingDouble(GroupQuality::oneGroup))
            .orElseThrow();
    System.out.println("shared words: " + words);
    assertThat(words.oneGroup()).as("%s", words).isLessThan(quality(bursts).oneGroup() - .4);
  }

  private GroupQuality quality(List<Burst> bursts) {
    GroupQuality quality =
        GroupQuality.of(bursts, reports -> commonalities.groups(reports, List.of()));
    System.out.println("commonalities: " + quality);
    return quality;
  }
}

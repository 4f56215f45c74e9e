package io.groundswell.domain.briefing;

import static io.groundswell.domain.briefing.Tale.MINUTE;
import static io.groundswell.domain.briefing.Tale.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Report;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is remembered of what posts say. */
class StoriesTest {

  @Test
  void theCurveBeginsAnHourBeforeTheOnset() {
    Story story = Tale.opens(12).says(-70, 1, "en", "slow").says(-5, 3, "en", "slow").story();

    assertThat(story.curveFrom).isEqualTo(at(-70));
    assertThat(story.curve.get(0)).isEqualTo(1);
    assertThat(story.curve.get(65)).isEqualTo(3);
    assertThat(story.reports).as("since onset").hasSize(3);
  }

  @Test
  void ofALongIncidentTheStepsGrowWider() {
    Tale tale = Tale.opens(12);
    for (int minute = -10; minute < 1_000; minute++) {
      tale.says(minute, 1, "en", "slow");
    }

    assertThat(tale.story().curve.size()).isLessThanOrEqualTo(Stories.MOST_STEPS);
    assertThat(tale.story().curveWidth).isEqualTo(8 * MINUTE);
    assertThat(tale.story().curve.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_010);
  }

  @Test
  void ofManyReportsASampleIsKeptWhateverTheirOrder() {
    Tale forward = Tale.opens(12);
    Tale backward = Tale.opens(12);
    List<Report> reports =
        IntStream.range(0, 200)
            .mapToObj(i -> forward.report(-5, "en", "slow " + i, "https://x.example/" + i))
            .toList();
    reports.forEach(report -> forward.hears(-5, List.of(report)));
    for (int i = reports.size() - 1; i >= 0; i--) {
      backward.hears(-5, List.of(reports.get(i)));
    }

    assertThat(forward.story().reports).hasSize(Stories.MOST_REPORTS);
    assertThat(backward.story().reports)
        .containsExactlyInAnyOrderElementsOf(forward.story().reports);
    assertThat(forward.story().answers).hasSize(Stories.MOST_ANSWERS);
    assertThat(forward.story().reachable).isEqualTo(200);
  }

  @Test
  void whoeverSpeaksTwiceIsHeardOnce() {
    Tale tale = Tale.opens(12);
    var report = tale.report(-5, "en", "slow", null);
    tale.hears(-5, List.of(report)).hears(-4, List.of(report));

    assertThat(tale.story().reports).hasSize(1);
    assertThat(requireNonNull(tale.story().tally("pay")).posts()).isEqualTo(2);
  }

  @Test
  void whatIsReportedAgainIsWhatIsReportedNow() {
    Tale tale =
        Tale.opens(12)
            .says(-5, 12, "en", "card declined at the till")
            .turns(Status.RESOLVED, 40, 12)
            .says(100, 8, "en", "transfer stuck as pending")
            .turns(Status.REOPENED, 105, 20);

    assertThat(tale.brief().title()).contains("pending").doesNotContain("declined");
  }
}

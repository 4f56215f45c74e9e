package io.groundswell.jobs.surge.volume;

import static io.groundswell.jobs.surge.volume.Mentions.RULE;
import static io.groundswell.jobs.surge.volume.Mentions.WIDTH;
import static io.groundswell.jobs.surge.volume.Mentions.arriving;
import static io.groundswell.jobs.surge.volume.Mentions.at;
import static io.groundswell.jobs.surge.volume.Mentions.by;
import static io.groundswell.jobs.surge.volume.Mentions.closing;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.Mention;
import io.groundswell.domain.volume.Partial;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PreAggregateTest {
  private OneInputStreamOperatorTestHarness<Mention, Partial> preAggregate;

  @BeforeEach
  void begin() throws Exception {
    preAggregate = new OneInputStreamOperatorTestHarness<>(new PreAggregate(RULE));
    preAggregate.open();
  }

  @AfterEach
  void close() throws Exception {
    preAggregate.close();
  }

  @Test
  void addsUpPerSubjectAndBucketUntilEventTimeMoves() throws Exception {
    meet(by(1, "0:00:10", "firefox", "sync"), by(1, "0:00:20", "firefox"));
    meet(by(2, "0:00:30", "firefox"), by(2, "0:01:00", "firefox"));
    assertThat(preAggregate.getOutput()).isEmpty();

    preAggregate.processWatermark(closing("0:01:00"));
    assertThat(parts())
        .containsExactlyInAnyOrder("firefox +0 3 [1, 2]", "sync +0 1 [1]", "firefox +1 1 [2]");
  }

  @Test
  void lateOnesCountInTheOpenBucketAndTheOldestWithoutTheirAuthors() throws Exception {
    meet(by(1, "0:30:10", "firefox"), arriving("0:30:00", by(2, "0:25:00", "firefox")));
    meet(arriving("0:30:00", by(3, "0:24:59", "firefox")));
    preAggregate.processWatermark(closing("0:31:00"));

    assertThat(parts()).containsExactly("firefox +30 2 [1, 2]");
    assertThat(preAggregate.extractOutputValues()).extracting(Partial::late).containsExactly(1);
  }

  @Test
  void thePartsTravelBeforeTheWatermarkAndAreNotLate() throws Exception {
    meet(by(1, "0:00:10", "firefox"));
    preAggregate.processWatermark(closing("0:01:00"));

    assertThat(preAggregate.getOutput()).last().isEqualTo(new Watermark(closing("0:01:00")));
    assertThat(preAggregate.extractOutputStreamRecords())
        .allMatch(part -> part.getTimestamp() == closing("0:01:00"));
  }

  @Test
  void handsOnEverythingBeforeACheckpointAndKeepsNoState() throws Exception {
    meet(by(1, "0:00:10", "firefox"));
    preAggregate.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState snapshot = preAggregate.snapshot(1, 1);

    assertThat(parts()).containsExactly("firefox +0 1 [1]");
    assertThat(snapshot.hasState()).isFalse();

    meet(by(1, "0:00:20", "firefox"));
    preAggregate.processWatermark(closing("0:01:00"));
    assertThat(parts()).containsExactly("firefox +0 1 [1]", "firefox +0 1 [1]");
  }

  @Test
  void handsOnEverythingAtTheEnd() throws Exception {
    meet(by(1, "0:00:10", "firefox"));
    preAggregate.getOneInputOperator().finish();

    assertThat(parts()).containsExactly("firefox +0 1 [1]");
  }

  @Test
  void holdsNoMoreThanFitsInMemory() throws Exception {
    for (int author = 0; author < 100_000; author++) {
      meet(by(author, "0:00:10", "firefox"));
    }
    assertThat(preAggregate.extractOutputValues())
        .extracting(Partial::posts)
        .containsExactly(100_000);
  }

  private void meet(Mention... mentions) throws Exception {
    for (Mention mention : mentions) {
      preAggregate.processElement(mention, mention.createdAt());
    }
  }

  /** Subject, minutes since the story began, posts and authors. */
  private List<String> parts() {
    return preAggregate.extractOutputValues().stream()
        .map(
            part -> {
              long[] authors = part.authors().clone();
              Arrays.sort(authors);
              long minute = (part.start() - at("0:00:00")) / WIDTH;
              return part.subject()
                  + " +"
                  + minute
                  + " "
                  + part.posts()
                  + " "
                  + Arrays.toString(authors);
            })
        .toList();
  }
}

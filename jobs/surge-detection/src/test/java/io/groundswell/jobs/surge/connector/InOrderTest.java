package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeTry;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private static final long WIDTH = 10;
  private static final String END = "end";

  private Marks marks;
  private WatermarkGenerator<String> generator;

  @BeforeEach
  @BeforeTry
  void begin() {
    marks = new Marks();
    generator = InOrder.<String>buckets(WIDTH, END::equals).createWatermarkGenerator(null);
  }

  @Test
  void aBucketClosesWhenTheFirstItemOfALaterOneComes() {
    meet(12, 15, 19);
    assertThat(marks.times).containsExactly(9L);
    meet(20);
    assertThat(marks.times).containsExactly(9L, 19L);
    meet(20, 29, 43);
    assertThat(marks.times).containsExactly(9L, 19L, 39L);
  }

  @Test
  void theEndClosesTheLastBucket() {
    meet(12);
    generator.onEvent(END, 19, marks);

    assertThat(marks.times).containsExactly(9L, 19L);
  }

  @Test
  void aLeapIsMadeInStridesOfTenBuckets() {
    meet(5, 325);

    assertThat(marks.times).containsExactly(-1L, 99L, 199L, 299L, 319L);
  }

  @Test
  void theFirstItemIsNoLeap() {
    meet(1_000_000);

    assertThat(marks.times).containsExactly(999_999L);
  }

  @Test
  void whatHasNoTimeMovesNone() {
    meet(RawRecord.NO_TIME, RawRecord.NO_TIME);
    generator.onEvent(END, RawRecord.NO_TIME, marks);
    generator.onPeriodicEmit(marks);

    assertThat(marks.times).isEmpty();
  }

  @Property
  void noMarkIsAheadOfAnItemStillToCome(
      @ForAll @Size(max = 40) List<@LongRange(min = -5000, max = 5000) Long> times) {
    List<Long> sorted = times.stream().sorted().toList();
    for (long time : sorted) {
      assertThat(marks.last()).isLessThan(time);
      meet(time);
      assertThat(marks.last()).isEqualTo(Math.floorDiv(time, WIDTH) * WIDTH - 1);
    }
    assertThat(marks.times).isSorted().doesNotHaveDuplicates();
    for (int i = 1; i < marks.times.size(); i++) {
      assertThat(marks.times.get(i) - marks.times.get(i - 1)).isLessThanOrEqualTo(10 * WIDTH);
    }
  }

  private void meet(long... times) {
    for (long time : times) {
      generator.onEvent("item", time, marks);
    }
  }

  private static final class Marks implements WatermarkOutput {
    private final List<Long> times = new ArrayList<>();

    long last() {
      return times.isEmpty() ? Long.MIN_VALUE : times.get(times.size() - 1);
    }

    @Override
    public void emitWatermark(Watermark watermark) {
      times.add(watermark.getTimestamp());
    }

    @Override
    public void markIdle() {
      throw new AssertionError("a file is never idle");
    }

    @Override
    public void markActive() {
      throw new AssertionError("a file is always active");
    }
  }
}

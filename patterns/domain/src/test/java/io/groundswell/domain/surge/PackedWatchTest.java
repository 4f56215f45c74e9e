package io.groundswell.domain.surge;

import static io.groundswell.domain.surge.Stretch.calm;
import static io.groundswell.domain.surge.Stretch.days;
import static io.groundswell.domain.surge.Stretch.surge;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.groundswell.domain.volume.Volume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A watch goes through its bytes and comes back: small, and the same. */
class PackedWatchTest {
  private static final Watch RICH =
      Story.given(Story.RULES, 1, 1, calm(2, days(9)), surge(60, 30)).watch();

  @Test
  void takesAKilobyteAndAHalfAtMost() {
    Watch full = PackedWatch.unpack(PackedWatch.pack(RICH));
    full.sources = new int[] {1, 2, 3, 4, 5, 6, 7, 8};
    full.carried = new double[] {8, 7, 6, 5, 4, 3, 2, 1};

    assertThat(full.open).isTrue();
    assertThat(full.baseline.ring).hasSize(6);
    assertThat(PackedWatch.pack(full)).hasSizeLessThanOrEqualTo(1_536);
  }

  @Test
  void whatIsSeenOfItComesBackToo() {
    Watch watch = new Seen(1).both(2, 3, 1440).watch();
    watch.blindSince = 7;
    Watch copy = PackedWatch.unpack(PackedWatch.pack(watch));

    assertThat(copy.sources).hasSize(2).isEqualTo(watch.sources);
    assertThat(copy.carried).isEqualTo(watch.carried);
    assertThat(copy.carriedOn).isEqualTo(watch.carriedOn);
    assertThat(copy.blindSince).isEqualTo(7);
  }

  @Test
  void comesBackAsItWent() {
    Watch copy = PackedWatch.unpack(PackedWatch.pack(RICH));

    assertThat(copy)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("baseline\\.ring\\.number") // matters in no waiting chunk
        .isEqualTo(RICH);
    assertThat(copy.surge).isEqualTo(RICH.surge);
  }

  @Property(tries = 20)
  void keptAsBytesEveryMinuteItScoresBitForBitTheSame(@ForAll long seed) {
    Story kept = Story.given(Story.RULES, 4, seed, calm(1, days(2)), surge(12, 40));
    Watching watching = new Watching(Story.RULES);
    byte[] bytes = PackedWatch.pack(watching.begin(Story.MONDAY, 1));
    for (ScoredBucket bucket : kept.buckets()) {
      Watch watch = PackedWatch.unpack(bytes);
      Volume volume =
          new Volume("firefox", bucket.start(), bucket.observed(), 2 * bucket.observed());
      ScoredBucket again = watching.score(watch, volume, 4, Story.SHARES).bucket();
      bytes = PackedWatch.pack(watch);

      assertThat(again).isEqualTo(bucket);
    }
  }

  @Test
  void aLaterLayoutIsRefused() {
    byte[] later = PackedWatch.pack(RICH);
    later[0] = 99;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackedWatch.unpack(later))
        .withMessageContaining("layout 99");
  }
}

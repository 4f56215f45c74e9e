package io.groundswell.domain.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorSetTest {

  @Test
  void everyAuthorCountsOnce() {
    AuthorSet set = new AuthorSet();

    assertThat(set.addAll(new long[] {7, -3, 7, 0})).isEqualTo(3);
    assertThat(set.addAll(new long[] {0, -3})).isZero();
    assertThat(set.addAll(new long[] {7, 8})).isEqualTo(1);
    assertThat(set.size()).isEqualTo(4);
    assertThat(set.exact).containsExactly(-3, 0, 7, 8);
  }

  @Test
  void theCountIsExactUpTo1024AuthorsAndASketchFromThereOn() {
    AuthorSet set = new AuthorSet();
    set.addAll(authors(1, 1024));
    assertThat(set.size()).isEqualTo(1024);
    assertThat(set.sketch).isEmpty();

    set.addAll(authors(2, 1));

    assertThat(set.exact).isEmpty();
    assertThat(set.sketch).hasSize(4096);
    assertThat((double) set.size()).isCloseTo(1025, Percentage.withPercentage(5));
  }

  @Test
  void repeatsNeverBringTheSketch() {
    AuthorSet set = new AuthorSet();
    long[] same = authors(1, 1024);

    set.addAll(same);
    assertThat(set.addAll(same)).isZero();

    assertThat(set.sketch).isEmpty();
    assertThat(set.size()).isEqualTo(1024);
  }

  @ParameterizedTest
  @CsvSource({"5000, 1", "10000, 2", "20000, 3", "50000, 4", "100000, 5", "200000, 6"})
  void theSketchIsWithinFivePercent(int count, long seed) {
    AuthorSet set = new AuthorSet();

    set.addAll(authors(seed, count));

    assertThat((double) set.size()).isCloseTo(count, Percentage.withPercentage(5));
  }

  @Property(tries = 100)
  void orderAndGroupingNeverChangeWhatIsInIt(
      @ForAll long seed, @ForAll @IntRange(max = 3000) int count, @ForAll Random random) {
    long[] authors = authors(seed, count);
    AuthorSet atOnce = new AuthorSet();
    atOnce.addAll(authors);

    AuthorSet inParts = new AuthorSet();
    for (long[] part : parts(authors, random)) {
      if (random.nextBoolean()) {
        inParts.addAll(part);
      } else {
        inParts.addAll(setOf(part));
      }
    }

    assertThat(inParts).usingRecursiveComparison().isEqualTo(atOnce);
    assertThat(inParts.size()).isEqualTo(atOnce.size());
  }

  @Property(tries = 50)
  void aSetAddsWhatItsAuthorsWouldAdd(
      @ForAll long seed,
      @ForAll @IntRange(max = 2500) int known,
      @ForAll @IntRange(max = 2500) int added) {
    AuthorSet byAuthors = setOf(authors(seed, known));
    AuthorSet bySet = setOf(authors(seed, known));
    long[] more = authors(seed + 1, added);

    assertThat(bySet.addAll(setOf(more))).isEqualTo(byAuthors.addAll(more));
    assertThat(bySet).usingRecursiveComparison().isEqualTo(byAuthors);
  }

  @Property(tries = 100)
  void growthSumsUpToTheSizeWhileTheCountIsExact(
      @ForAll @Size(max = 20) List<@IntRange(min = -60, max = 60) Integer> starts) {
    AuthorSet set = new AuthorSet();
    int grown = 0;
    for (int start : starts) {
      grown += set.addAll(LongStream.range(start, start + 40).toArray());
    }
    assertThat((long) grown).isEqualTo(set.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void growthSumsUpToTheSizeButForTheStepToTheSketch(long seed) {
    AuthorSet set = new AuthorSet();
    long[] all = authors(seed, 30_000);
    long grown = 0;
    for (int from = 0; from < all.length; from += 10) {
      int growth = set.addAll(LongStream.of(all).skip(from).limit(10).toArray());
      assertThat(growth).isNotNegative();
      grown += growth;
    }
    assertThat(grown - set.size())
        .as("the sketch may begin up to 5 %% below the exact count before it")
        .isBetween(0L, AuthorSet.EXACT / 20L);
  }

  @Property(tries = 50)
  void sketchesMergeByTheMaximumOfTheirRegisters(
      @ForAll @Size(4096) byte[] one, @ForAll @Size(4096) byte[] other) {
    byte[] merged = one.clone();

    HyperLogLog.merge(merged, other);

    for (int i = 0; i < merged.length; i++) {
      assertThat(merged[i]).isEqualTo((byte) Math.max(one[i], other[i]));
    }
  }

  @Test
  void theExtremesOfAHashHaveTheirPlaceInTheSketch() {
    byte[] registers = HyperLogLog.empty();

    HyperLogLog.addAll(registers, new long[] {0, -1L});

    assertThat(registers[0]).isEqualTo((byte) 53);
    assertThat(registers[4095]).isEqualTo((byte) 1);
    assertThat(HyperLogLog.estimate(registers)).isCloseTo(2, within(.01));
    assertThat(HyperLogLog.estimate(HyperLogLog.empty())).isZero();
  }

  private static AuthorSet setOf(long[] authors) {
    AuthorSet set = new AuthorSet();
    set.addAll(authors);
    return set;
  }

  private static long[] authors(long seed, int count) {
    return new SplittableRandom(seed).longs(count).toArray();
  }

  /** The authors in another order, some of them twice, cut into parts of any size. */
  private static List<long[]> parts(long[] authors, Random random) {
    List<Long> shuffled = new ArrayList<>(LongStream.of(authors).boxed().toList());
    shuffled.addAll(shuffled.subList(0, shuffled.size() / 3));
    Collections.shuffle(shuffled, random);
    List<long[]> parts = new ArrayList<>();
    int from = 0;
    while (from < shuffled.size()) {
      int until = Math.min(shuffled.size(), from + 1 + random.nextInt(1500));
      parts.add(shuffled.subList(from, until).stream().mapToLong(Long::longValue).toArray());
      from = until;
    }
    return parts;
  }
}

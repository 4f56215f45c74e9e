package io.groundswell.domain.volume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.groundswell.domain.post.Hash64;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Who complained, as a sample. */
class PeopleTest {

  @Test
  void ofFewItKnowsEverybody() {
    People people = People.of(32, people(1, 20));

    assertThat(people.hashes()).hasSize(20);
    assertThat(people.size()).isEqualTo(20);
    assertThat(people.with(People.of(32, people(16, 40)))).isEqualTo(new People.Overlap(5, 20));
  }

  @Test
  void nobodyHasNobodyInCommon() {
    assertThat(People.NOBODY.with(People.of(32, people(1, 20))).share()).isZero();
    assertThat(People.NOBODY.plus(People.of(32, people(1, 20)), 64).size()).isEqualTo(20);
  }

  /** Its standard error is sqrt(p (1 - p) / n) of the n people compared: here below .1. */
  @Test
  void ofManyTheShareIsAnEstimate() {
    double squares = 0;
    int compared = 0;
    for (int trial = 0; trial < 400; trial++) {
      int from = trial * 10_000;
      People product = People.of(256, people(from, from + 1_999));
      People.Overlap overlap = People.of(256, people(from + 1_820, from + 2_119)).with(product);
      squares += Math.pow(overlap.share() - .6, 2);
      compared += overlap.of();
      assertThat(product.size()).isCloseTo(2_000, within(600.0));
    }
    double mean = compared / 400.0;
    assertThat(mean).isBetween(34.0, 43.0);
    assertThat(Math.sqrt(squares / 400)).isCloseTo(Math.sqrt(.6 * .4 / mean), within(.012));
  }

  @Property(tries = 200)
  void theOrderNeverMatters(@ForAll Random random) {
    List<People> buckets = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      int from = random.nextInt(300);
      buckets.add(People.of(32, people(from, from + random.nextInt(80))));
    }
    People one = sum(buckets);
    Collections.shuffle(buckets, random);

    assertThat(sum(buckets)).isEqualTo(one);
  }

  @Property(tries = 100)
  void aSetOfAuthorsTellsTheSamePeopleInAnyParts(@ForAll Random random) {
    int count = 1 + random.nextInt(3_000);
    List<Long> authors = new ArrayList<>();
    LongStream.of(people(0, count)).forEach(authors::add);
    Collections.shuffle(authors, random);
    AuthorSet parts = new AuthorSet();
    for (int from = 0; from < authors.size(); from += 100) {
      List<Long> part = authors.subList(from, Math.min(authors.size(), from + 100));
      parts.addAll(part.stream().mapToLong(Long::longValue).toArray());
    }

    assertThat(parts.people()).isEqualTo(People.of(People.OF_BUCKET, people(0, count)));
  }

  private static People sum(List<People> buckets) {
    People sum = People.NOBODY;
    for (People bucket : buckets) {
      sum = sum.plus(bucket, 64);
    }
    return sum;
  }

  private static long[] people(int first, int last) {
    return LongStream.rangeClosed(first, last)
        .map(i -> Hash64.of("forum", "author " + i))
        .toArray();
  }
}

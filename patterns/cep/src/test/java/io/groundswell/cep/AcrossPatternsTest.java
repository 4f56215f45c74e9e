package io.groundswell.cep;

import static io.groundswell.cep.Told.all;
import static io.groundswell.cep.Told.calm;
import static io.groundswell.cep.Told.elevated;
import static io.groundswell.cep.Told.extreme;
import static io.groundswell.cep.Told.opens;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.AcrossRules;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Subjects that rise together, told as the buckets that the patterns read. */
class AcrossPatternsTest {
  private static final Cluster CLUSTER = new Cluster();
  private static final AcrossRules RULES = new AcrossRules(10, 10, 2, 1);
  private static final Catalogue CATALOGUE =
      Catalogue.of(
          List.of(dependent("firefox", "accounts"), Product.of("accounts", "account")),
          List.of(new Region("emea", "EMEA", List.of("DE", "FR"), List.of())));

  @RegisterExtension static final MiniClusterExtension FLINK = CLUSTER.flink();

  @Test
  void threeRegionsWithinAQuarterOfAnHourAreASpread() throws Exception {
    assertThat(
            matches(
                Told.of("firefox@IT", calm(1), elevated(1)),
                Told.of("firefox@DE", calm(7), elevated(1)),
                Told.of("firefox@US-CA", calm(14), elevated(1))))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.pattern()).isEqualTo(PatternId.SPREAD);
              assertThat(match.buckets())
                  .extracting(ScoredBucket::subject)
                  .containsExactly("firefox@IT", "firefox@DE", "firefox@US-CA");
            });
  }

  @Test
  void overMoreThanAQuarterOfAnHourTheyAreNone() throws Exception {
    assertThat(
            matches(
                Told.of("firefox@IT", calm(1), elevated(1)),
                Told.of("firefox@DE", calm(7), elevated(1)),
                Told.of("firefox@US", calm(17), elevated(1))))
        .isEmpty();
  }

  @Test
  void regionsThatLieInEachOtherCountOnce() throws Exception {
    assertThat(
            matches(
                Told.of("firefox@US", calm(1), elevated(1)),
                Told.of("firefox@US-CA", calm(2), elevated(1)),
                Told.of("firefox@DE", calm(3), elevated(1)),
                Told.of("firefox@emea", calm(4), elevated(2)),
                Told.of("firefox@US", calm(6), elevated(1))))
        .isEmpty();
  }

  @Test
  void oneRegionThreeTimesIsNone() throws Exception {
    assertThat(matches(Told.of("firefox@IT", elevated(9)))).isEmpty();
  }

  @Test
  void regionsOfSeveralProductsAreNone() throws Exception {
    assertThat(
            matches(
                Told.of("firefox@IT", elevated(1)),
                Told.of("accounts@DE", elevated(1)),
                Told.of("firefox@US", elevated(1)),
                Told.of("?@FR", elevated(1)),
                Told.of("support:firefox@GB", elevated(1)),
                Told.of("@ES", elevated(1))))
        .isEmpty();
  }

  @Test
  void anExtremeRegionSurgesByItself() throws Exception {
    assertThat(
            matches(
                Told.of("firefox@IT", extreme(1)),
                Told.of("firefox@DE", elevated(1)),
                Told.of("firefox@US", elevated(1), opens())))
        .isEmpty();
  }

  @Test
  void aProductAndThenOneThatDependsOnItAreACascade() throws Exception {
    assertThat(
            matches(
                Told.of("accounts", calm(1), elevated(1)),
                Told.of("firefox", calm(20), elevated(1))))
        .singleElement()
        .satisfies(
            match -> {
              assertThat(match.pattern()).isEqualTo(PatternId.CASCADE);
              assertThat(match.first().subject()).isEqualTo("accounts");
              assertThat(match.last().subject()).isEqualTo("firefox");
            });
  }

  @Test
  void inOneMinuteTheProductThatIsDependedOnCountsAsTheFirst() throws Exception {
    assertThat(matches(Told.of("firefox", elevated(1)), Told.of("accounts", elevated(1))))
        .extracting(match -> match.first().subject())
        .containsExactly("accounts");
  }

  @Test
  void theOtherWayRoundOrTooLateIsNone() throws Exception {
    assertThat(
            matches(
                Told.of("firefox", calm(1), elevated(1)),
                Told.of("accounts", calm(3), elevated(1)),
                Told.of("firefox", calm(40), elevated(1))))
        .isEmpty();
  }

  @Test
  void parallelismChangesNothing() throws Exception {
    List<Told> told =
        all(
            List.of(
                Told.of("firefox@IT", elevated(3)),
                Told.of("firefox@DE", calm(1), elevated(3)),
                Told.of("firefox@US", calm(2), elevated(3)),
                Told.of("accounts", elevated(2)),
                Told.of("firefox", calm(3), elevated(2))));

    List<SurgeMatch> one = CLUSTER.across(told, RULES, CATALOGUE, 1);
    assertThat(one).extracting(SurgeMatch::pattern).contains("spread", "cascade");
    assertThat(CLUSTER.across(told, RULES, CATALOGUE, 2)).isEqualTo(one);
  }

  @Test
  void switchedOffTheyFindNothing() throws Exception {
    assertThat(CLUSTER.across(Told.of("firefox@IT", elevated(1)), AcrossRules.NONE, CATALOGUE, 1))
        .isEmpty();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static List<SurgeMatch> matches(List<Told>... subjects) throws Exception {
    return CLUSTER.across(all(new ArrayList<>(Arrays.asList(subjects))), RULES, CATALOGUE, 1);
  }

  private static Product dependent(String id, String upstream) {
    return new Product(
        id,
        id,
        List.of(id),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        Importance.NORMAL,
        null,
        List.of(upstream),
        List.of());
  }
}

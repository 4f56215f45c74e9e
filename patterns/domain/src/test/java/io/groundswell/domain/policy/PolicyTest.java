package io.groundswell.domain.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.domain.catalogue.Subject;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PolicyTest {

  @Test
  void theDefaultsAreSound() {
    Policy policy = Policy.defaults();

    assertThat(policy.problems()).isEmpty();
    assertThat(policy.minAuthors(Subject.product("firefox"))).isEqualTo(4);
    assertThat(policy.patterns()).contains("sudden");
  }

  @Test
  void theMostSpecificOverrideDecides() {
    Policy policy =
        Policy.builder()
            .overrides(
                List.of(
                    new SubjectOverride("firefox", "sync", null, 3),
                    new SubjectOverride("firefox", null, null, 6),
                    new SubjectOverride("firefox", null, "IT", 2),
                    new SubjectOverride("firefox", null, "FR", null)))
            .build();

    assertThat(policy.minAuthors(Subject.component("firefox", "sync"))).isEqualTo(3);
    assertThat(policy.minAuthors(Subject.component("firefox", "tabs"))).isEqualTo(6);
    assertThat(policy.minAuthors(Subject.productIn("firefox", "IT"))).isEqualTo(2);
    assertThat(policy.minAuthors(Subject.productIn("firefox", "FR"))).isEqualTo(6);
    assertThat(policy.minAuthors(Subject.parse("firefox~outage"))).isEqualTo(6);
    assertThat(policy.minAuthors(Subject.region("IT"))).isEqualTo(4);
    assertThat(policy.minAuthors(Subject.product("?"))).isEqualTo(4);
  }

  @Test
  void ofEquallySpecificOverridesTheLastDecides() {
    SubjectOverride first = new SubjectOverride("firefox", null, null, 5);
    SubjectOverride last = new SubjectOverride("firefox", null, null, 7);

    Policy policy = Policy.builder().overrides(List.of(first, last)).build();

    assertThat(policy.minAuthors(Subject.product("firefox"))).isEqualTo(7);
  }

  @Test
  void policiesThatDecideAlikeHaveOneVersion() {
    Policy inOrder = Policy.builder().patterns(List.of("sudden", "relapse")).build();
    Policy inAnother = Policy.builder().patterns(List.of("relapse", "sudden")).build();

    assertThat(inOrder.version()).isEqualTo(inAnother.version());
    assertThat(inOrder.version()).isNotEqualTo(Policy.defaults().version()).hasSize(16);
  }

  @Test
  void saysWhatIsOutOfRange() {
    Policy policy =
        Policy.builder()
            .falseIncidentsPerWeek(Double.NaN)
            .bucket(Duration.ofSeconds(7))
            .lateness(Duration.ofMinutes(90))
            .minAuthors(0)
            .complaintOpen(1.5)
            .patterns(List.of("sudden", "sustaind"))
            .overrides(List.of(new SubjectOverride("firefox", null, null, 2000)))
            .build();

    assertThat(policy.problems())
        .containsExactly(
            Problem.at(
                "/false_incidents_per_week", "false_incidents_per_week is NaN", "use 0.01 to 1000"),
            Problem.at(
                "/bucket",
                "bucket is 7s",
                "use 10s to 1h that divides an hour, such as 10s, 1m, 5m or 1h"),
            Problem.at("/lateness", "lateness is 90m", "use 0s to 1h"),
            Problem.at("/min_authors", "min_authors is 0", "use 1 to 1000"),
            Problem.at("/complaint/open", "open is 1.5", "use 0 to 1"),
            Problem.at(
                "/patterns/sustaind", "unknown pattern 'sustaind'", "did you mean 'sustained'?"),
            Problem.at("/overrides/0/min_authors", "min_authors is 2000", "use 1 to 1000"));
  }

  @Property
  void bucketsDivideAnHour(@ForAll @IntRange(min = 1, max = 7200) int seconds) {
    Policy policy = Policy.builder().bucket(Duration.ofSeconds(seconds)).build();

    boolean sound = seconds >= 10 && seconds <= 3600 && 3600 % seconds == 0;
    assertThat(policy.problems().isEmpty()).isEqualTo(sound);
  }

  @Test
  void saysWhichOverridesNameNothingOfTheCatalogue() {
    Catalogue catalogue =
        Catalogue.of(
            List.of(Product.of("firefox", "firefox")),
            List.of(new Region("emea", "EMEA", List.of("DE"), List.of())));
    Policy policy =
        Policy.builder()
            .overrides(
                List.of(
                    new SubjectOverride("?", null, null, 9),
                    new SubjectOverride("firefox", null, "emea", 9),
                    new SubjectOverride("firefox", null, "US-CA", 9),
                    new SubjectOverride("firefox", "sync", "emae", 9)))
            .build();

    assertThat(policy.problems(catalogue))
        .containsExactly(
            Problem.at(
                "/overrides/3/component", "the catalogue has no component 'sync'", "remove it"),
            Problem.at(
                "/overrides/3/region",
                "the catalogue has no region 'emae'",
                "did you mean 'emea'?"));
  }
}

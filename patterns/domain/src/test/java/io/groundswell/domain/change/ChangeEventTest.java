package io.groundswell.domain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeEventTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev",
        "Development",
        "test",
        "testing",
        "test123",
        "staging",
        "STAGE",
        "staging-eu",
        "eu/qa2",
        "uat",
        "preview-pr-17",
        "sandbox",
        "ci",
        "local",
        "demo",
        "pre-production",
        "non_prod",
        "preprod"
      })
  void customersUseNoEnvironmentOfTheseNames(String environment) {
    assertThat(in("deploy", environment).reachesCustomers()).isFalse();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "production", "prod-eu", "live", "prod-test", "latest", "devon", "7"})
  void customersMayUseAnyOther(@Nullable String environment) {
    assertThat(in("deploy", environment).reachesCustomers()).isTrue();
  }

  @Test
  void whatHasNotChangedYetReachesNobody() {
    assertThat(in(ChangeEvent.NONE, "production").reachesCustomers()).isFalse();
  }

  private static ChangeEvent in(String kind, @Nullable String environment) {
    return new ChangeEvent("1", 0, kind, "shop", null, List.of(), environment, "s", null);
  }
}

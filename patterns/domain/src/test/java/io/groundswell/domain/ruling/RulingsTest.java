package io.groundswell.domain.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RulingsTest {
  private final Rulings rulings = new Rulings();

  @Test
  void holdsForWhatComesAfterItsMoment() {
    rulings.add(catalogue(1, 100));
    rulings.add(catalogue(2, 200));

    assertThat(rulings.at(RuleKind.CATALOGUE, 100)).isNull();
    assertThat(rulings.at(RuleKind.CATALOGUE, 101)).isEqualTo(catalogue(1, 100));
    assertThat(rulings.at(RuleKind.CATALOGUE, 200)).isEqualTo(catalogue(1, 100));
    assertThat(rulings.at(RuleKind.CATALOGUE, 201)).isEqualTo(catalogue(2, 200));
    assertThat(rulings.at(RuleKind.POLICY, 201)).isNull();
  }

  @Test
  void twoOfOneMomentLeaveTheLater() {
    rulings.add(catalogue(1, 100));
    rulings.add(catalogue(2, 100));

    assertThat(rulings.at(RuleKind.CATALOGUE, 101)).isEqualTo(catalogue(2, 100));
  }

  @Test
  void whatComesAgainOrLateIsNoNews() {
    assertThat(rulings.add(catalogue(2, 200))).isTrue();
    assertThat(rulings.add(catalogue(2, 200))).isFalse();
    assertThat(rulings.add(catalogue(1, 100))).isFalse();
    assertThat(rulings.all()).containsExactly(catalogue(2, 200));
  }

  @Test
  void forgetsWhatHoldsForNothingThatIsStillToCome() {
    rulings.add(catalogue(1, 100));
    rulings.add(catalogue(2, 200));
    rulings.add(catalogue(3, 300));

    assertThat(rulings.forget(200)).isEmpty();
    assertThat(rulings.forget(201)).containsExactly(catalogue(1, 100));
    assertThat(rulings.forget(1000)).containsExactly(catalogue(2, 200));
    assertThat(rulings.forget(1000)).isEmpty();
    assertThat(rulings.at(RuleKind.CATALOGUE, 1001)).isEqualTo(catalogue(3, 300));
  }

  private static Ruling catalogue(int number, long from) {
    return new Ruling(RuleKind.CATALOGUE, number, from, "products: []", "ann", "because");
  }
}

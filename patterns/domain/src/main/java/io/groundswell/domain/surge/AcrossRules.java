package io.groundswell.domain.surge;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import java.io.Serializable;

/**
 * How much evidence the patterns across subjects ask of each of theirs. Subjects that rise together
 * need less evidence each than one alone; how much less follows from how often they do so by chance
 * on generated calm streams ({@link #SPREADS_A_WEEK}, {@link #CASCADES_A_WEEK}), and from the share
 * of the budget that the pattern has. Since three, or two, have to rise, the rate falls with
 * e^(3E), or e^(2E).
 *
 * @param spreadFrom evidence of each region of a spread; infinite where there is no such pattern
 * @param cascadeFrom evidence of each product of a cascade; infinite where there is no such pattern
 * @param products how many products may spread
 * @param pairs how many pairs of a product and one that depends on it there are
 */
public record AcrossRules(double spreadFrom, double cascadeFrom, int products, int pairs)
    implements Serializable {

  /** No pattern across subjects. */
  public static final AcrossRules NONE =
      new AcrossRules(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);

  /**
   * Spreads a week of a product with 60 sparse regions at evidence {@value #LEAST}: 14 were seen;
   * with 20 regions, .05 to .7.
   */
  private static final double SPREADS_A_WEEK = 20;

  /** Cascades a week of a pair of sparse products at evidence {@value #LEAST}: .07 were seen. */
  private static final double CASCADES_A_WEEK = .1;

  /** Sparse subjects rest at high evidence, so that less says nothing. */
  private static final double LEAST = 9;

  /** The rules of a policy for a catalogue. */
  public static AcrossRules of(Policy policy, Catalogue catalogue) {
    int products = catalogue.products().size();
    int pairs = 0;
    for (Product product : catalogue.products()) {
      pairs += product.dependsOn().size();
    }
    double budget = policy.falseIncidentsPerWeek();
    boolean spread = policy.patterns().contains(PatternId.SPREAD) && products > 0;
    boolean cascade = policy.patterns().contains(PatternId.CASCADE) && pairs > 0;
    double spreads = SPREADS_A_WEEK * products / (budget * Budget.SPREAD);
    double cascades = CASCADES_A_WEEK * pairs / (budget * Budget.CASCADE);
    return new AcrossRules(
        spread ? Math.max(LEAST, LEAST + Math.log(spreads) / 3) : Double.POSITIVE_INFINITY,
        cascade ? Math.max(LEAST, LEAST + Math.log(cascades) / 2) : Double.POSITIVE_INFINITY,
        products,
        pairs);
  }

  /** Evidence from which a bucket matters to one of the patterns. */
  double least() {
    return Math.min(spreadFrom, cascadeFrom);
  }

  /** How often a week three regions reach such evidence together by chance, over all products. */
  public double spreadsByChance(double evidence) {
    return SPREADS_A_WEEK * products * Math.exp(-3 * (evidence - LEAST));
  }

  /** How often a week a product and then its dependant reach such evidence by chance. */
  public double cascadesByChance(double evidence) {
    return CASCADES_A_WEEK * pairs * Math.exp(-2 * (evidence - LEAST));
  }
}

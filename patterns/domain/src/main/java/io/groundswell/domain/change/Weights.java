package io.groundswell.domain.change;

import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How much more likely a change of this sort, so long before a surge, is where it is the surge's
 * cause than where it is not: an e-value, whose mean over changes that have nothing to do with the
 * surge is at most 1.
 *
 * <p>A cause is thought to lie with a fixed probability in each class of changes (what product,
 * what component, what place), and in a class half as often as the class changes, half evenly over
 * its kinds; changes that are no cause come as often as they always do. So a change counts for more
 * the nearer it lies, the better it fits, and the rarer such changes are.
 */
final class Weights {
  /** Minutes from a cause to the surge: means of exponentials, and their shares. */
  private static final double[] LAGS = {10, 60, 480};

  private static final double[] SHARES = {.7, .2, .1};

  /** Of causes, how many change what surges, all of the product, or something else in it. */
  private static final double[] OF_COMPONENT = {.6, .35, .05};

  /** Of causes, how many are made where it surges, everywhere, or in other places. */
  private static final double[] OF_PLACE = {.6, .35, .05};

  /** The same where it surges everywhere, or nobody knows where. */
  private static final double[] OF_PLACE_ANYWHERE = {.1, .85, .05};

  /** Of causes, how many lie in what surges and not in what that depends on. */
  private static final double OF_OWN = .7;

  private static final double MINUTE = 60_000;

  /** How much likelier a cause is that names what people report. */
  private static final double SAYS_SO = 3;

  private final Scene scene;
  private final Map<String, Tempo> tempos;
  private final long since;

  /**
   * For an incident.
   *
   * @param tempos of products by id
   * @param since when changes began to be seen, epoch milliseconds
   */
  Weights(Scene scene, Map<String, Tempo> tempos, long since) {
    this.scene = scene;
    this.tempos = tempos;
    this.since = since;
  }

  /** The e-value of a change; 0 where it came after the surge began. */
  double of(Change change) {
    Tempo tempo = tempos.get(change.product());
    if (tempo == null) {
      return 0;
    }
    Fit fit = fit(change.component(), change.regions().isEmpty(), overlaps(change));
    double share = ofProduct(change.product()) * shareOf(fit, tempo);
    Predicate<Pace> alike = pace -> fit.equals(fit(pace));
    long kinds = tempo.paces.stream().filter(alike).map(Pace::kind).distinct().count();
    double all = tempo.perMinute(alike, since, change.at());
    double ofKind =
        tempo.perMinute(
            pace -> alike.test(pace) && pace.kind().equals(change.kind()), since, change.at());
    double rarity = .5 / all + .5 / (Math.max(1, kinds) * ofKind);
    return share * rarity * lag(change);
  }

  /**
   * The same with what the change says of itself, to tell likely causes from each other: how often
   * changes name by chance what people report, nobody knows.
   */
  double withWords(Change change) {
    return of(change) * (scene.isNamedBy(change) ? SAYS_SO : 1);
  }

  /** How many changes of the same product come by chance in so many minutes before a surge. */
  double byChance(Change change, double minutes) {
    Tempo tempo = tempos.get(change.product());
    Fit fit = fit(change.component(), change.regions().isEmpty(), overlaps(change));
    return tempo == null
        ? 1
        : minutes * tempo.perMinute(pace -> fit.equals(fit(pace)), since, change.at());
  }

  /** The density of the lag, averaged over when the surge may have begun. */
  private double lag(Change change) {
    double sum = 0;
    for (long beginning : scene.beginnings()) {
      if (beginning > change.at()) {
        double minutes = scene.seen(change.at(), beginning) / MINUTE;
        for (int i = 0; i < LAGS.length; i++) {
          sum += SHARES[i] / LAGS[i] * StrictMath.exp(-minutes / LAGS[i]);
        }
      }
    }
    return sum / scene.beginnings().size();
  }

  /** Causes lie in what surges, or in what that depends on. */
  private double ofProduct(String product) {
    boolean own = scene.products().contains(product);
    boolean upstream = !own && scene.upstream().contains(product);
    double ownShare = scene.upstream().isEmpty() ? 1 : OF_OWN;
    return own
        ? ownShare / scene.products().size()
        : upstream ? (1 - ownShare) / scene.upstream().size() : 0;
  }

  /** How well a change fits: what it changes, and where. */
  record Fit(int component, int place) {}

  private Fit fit(Pace pace) {
    boolean overlaps =
        scene.regions().stream().anyMatch(region -> Change.covers(pace.regions(), region));
    return fit(pace.component(), pace.regions().isEmpty(), overlaps);
  }

  private boolean overlaps(Change change) {
    return scene.regions().stream().anyMatch(change::isIn);
  }

  private Fit fit(@Nullable String component, boolean global, boolean overlaps) {
    int what = component == null ? 1 : scene.components().contains(component) ? 0 : 2;
    int where = global ? 1 : overlaps ? 0 : 2;
    return new Fit(what, where);
  }

  /** Of all classes that there are changes of. */
  private double shareOf(Fit fit, Tempo tempo) {
    double all = tempo.paces.stream().map(this::fit).distinct().mapToDouble(this::share).sum();
    return all == 0 ? 0 : share(fit) / all;
  }

  private double share(Fit fit) {
    double[] places = scene.regions().isEmpty() ? OF_PLACE_ANYWHERE : OF_PLACE;
    return OF_COMPONENT[fit.component()] * places[fit.place()];
  }
}

package io.groundswell.domain.change;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How much more likely a change of this sort, so long before a surge, is where it is the surge's
 * cause than where it is not: an e-value, whose mean over surges that know nothing of when changes
 * are made is at most 1.
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

  /** Of causes, how many change what surges, everything, or something else. */
  private static final double[] WHERE_KNOWN = {.6, .35, .05};

  /** The same where nobody knows which part surges: a part, or everything. */
  private static final double[] WHERE_UNKNOWN = {.35, .65, 0};

  /** The same where all surges. */
  private static final double[] WHERE_ALL = {.1, .9, 0};

  /** Of causes, how many lie in what surges and not in what that depends on. */
  private static final double OF_OWN = .7;

  private static final double MINUTE = 60_000;

  /** How much likelier a cause is that names what people report. */
  private static final double SAYS_SO = 3;

  private final Scene scene;
  private final List<Long> beginnings;
  private final List<Change> later;
  private final Map<String, Tempo> tempos;
  private final long since;

  /** How well a change fits: what it changes, and where. */
  private record Fit(int component, int place) {}

  /**
   * For an incident.
   *
   * @param changes that are known: what came since the onset makes none before it more usual
   * @param tempos of products by id
   * @param since when changes began to be seen, epoch milliseconds
   */
  Weights(Scene scene, List<Change> changes, Map<String, Tempo> tempos, long since) {
    this.scene = scene;
    this.beginnings = Beginnings.spread(scene.beginnings(), scene.dark());
    this.later = changes.stream().filter(change -> change.at() >= scene.latestBeginning()).toList();
    this.tempos = tempos;
    this.since = since;
  }

  /** The first moment at which the surge may have begun. */
  long earliestBeginning() {
    return beginnings.get(0);
  }

  /** The e-value of a change; 0 where it came after the surge began. */
  double of(Change change) {
    Tempo tempo = tempos.get(change.product());
    if (tempo == null) {
      return 0;
    }
    Fit fit = fit(change);
    List<Frequency> alike =
        tempo.frequencies.stream().filter(one -> fit.equals(fit(of(one, change)))).toList();
    long kinds = alike.stream().map(Frequency::kind).distinct().count();
    double all = rate(tempo, change, false);
    double ofKind = rate(tempo, change, true);
    double rarity = .5 / all + .5 / (Math.max(1, kinds) * ofKind);
    return ofProduct(change.product()) * shareOf(fit, tempo, change) * rarity * lag(change);
  }

  /**
   * The same with what the change says of itself, to tell likely causes from each other: how often
   * changes name by chance what people report, nobody knows.
   */
  double withWords(Change change) {
    return of(change) * (scene.isNamedBy(change) ? SAYS_SO : 1);
  }

  /** How many changes of the same kind that fit as well come by chance in so many minutes. */
  double byChance(Change change, double minutes) {
    Tempo tempo = tempos.get(change.product());
    return tempo == null ? 1 : minutes * rate(tempo, change, true);
  }

  /** Changes a minute that fit as well as one. */
  private double rate(Tempo tempo, Change change, boolean ofKind) {
    Fit fit = fit(change);
    Predicate<Change> alike =
        other ->
            fit.equals(fit(other))
                && other.product().equals(change.product())
                && (!ofKind || other.kind().equals(change.kind()));
    long known = later.stream().filter(alike).count();
    return tempo.perMinute(one -> alike.test(of(one, change)), since, change.at(), known);
  }

  /** A change of one sort, as good as any. */
  private static Change of(Frequency sort, Change like) {
    return new Change(
        "",
        like.at(),
        like.closed(),
        sort.kind(),
        like.product(),
        sort.component(),
        sort.regions(),
        "",
        null);
  }

  /** The density of the lag, averaged over when the surge may have begun. */
  private double lag(Change change) {
    double sum = 0;
    for (long beginning : beginnings) {
      if (beginning > change.at()) {
        double minutes = (beginning - change.at()) / MINUTE;
        for (int i = 0; i < LAGS.length; i++) {
          sum += SHARES[i] / LAGS[i] * StrictMath.exp(-minutes / LAGS[i]);
        }
      }
    }
    return sum / beginnings.size();
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

  private Fit fit(Change change) {
    boolean where = scene.regions().isEmpty() || scene.isWhere(change);
    return new Fit(part(change.component()), change.regions().isEmpty() ? 1 : where ? 0 : 2);
  }

  private int part(@Nullable String component) {
    if (component == null) {
      return 1;
    }
    return scene.components().isEmpty() || scene.components().contains(component) ? 0 : 2;
  }

  /** Of all classes that there are changes of. */
  private double shareOf(Fit fit, Tempo tempo, Change change) {
    double all =
        tempo.frequencies.stream()
            .map(one -> fit(of(one, change)))
            .distinct()
            .mapToDouble(this::share)
            .sum();
    return all == 0 ? 0 : Math.min(1, share(fit) / all);
  }

  private double share(Fit fit) {
    double[] parts = scene.components().isEmpty() ? WHERE_UNKNOWN : WHERE_KNOWN;
    double[] places =
        scene.everywhere() ? WHERE_ALL : scene.regions().isEmpty() ? WHERE_UNKNOWN : WHERE_KNOWN;
    return parts[fit.component()] * places[fit.place()];
  }
}

package io.groundswell.cep;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.pattern.Over;
import io.groundswell.domain.pattern.Signal;
import io.groundswell.domain.surge.ScoredBucket;
import io.groundswell.domain.volume.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A bucket as each kind of pattern reads it: alone, among regions of its product, and in each pair
 * of products of which one depends on the other. Only complaints meet others.
 */
public final class Signals {
  private final List<String[]> pairs = new ArrayList<>();

  /** Signals among the products of a catalogue. */
  public Signals(Catalogue catalogue) {
    for (Product product : catalogue.products()) {
      for (String upstream : product.dependsOn()) {
        pairs.add(new String[] {upstream, product.id()});
      }
    }
  }

  /** The signals of a bucket, which are told one by one. */
  public void of(ScoredBucket bucket, Consumer<Signal> out) {
    out.accept(Signal.of(bucket));
    if (isRegionOfProduct(bucket.subject())) {
      out.accept(new Signal(Over.REGIONS, product(bucket.subject()), bucket));
    }
    for (String[] pair : pairs) {
      if (bucket.subject().equals(pair[0]) || bucket.subject().equals(pair[1])) {
        out.accept(Signal.of(pair[0], pair[1], bucket));
      }
    }
  }

  /** Whether the subject is a product of the catalogue in a region. */
  private static boolean isRegionOfProduct(String key) {
    if (!Channel.COMPLAINTS.holds(key)) {
      return false;
    }
    Subject subject = Subject.parse(key);
    return subject.product() != null
        && !Subject.UNMATCHED.equals(subject.product())
        && subject.region() != null;
  }

  /** The subject's product; empty where it is of none. */
  public static String product(String key) {
    String product = Subject.parse(key).product();
    return product == null ? "" : product;
  }
}

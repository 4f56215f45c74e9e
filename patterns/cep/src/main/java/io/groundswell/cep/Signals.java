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
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/**
 * A bucket of complaints as each kind of pattern reads it: alone, among regions, and in each of its
 * pairs. What the support queue, chatter and copies do is told by their own surges.
 */
public final class Signals implements FlatMapFunction<ScoredBucket, Signal> {
  private static final long serialVersionUID = 1;

  private final List<String[]> pairs = new ArrayList<>();

  /** Signals among the products of a catalogue. */
  public Signals(Catalogue catalogue) {
    for (Product product : catalogue.products()) {
      for (String upstream : product.dependsOn()) {
        pairs.add(new String[] {upstream, product.id()});
      }
    }
  }

  @Override
  public void flatMap(ScoredBucket bucket, Collector<Signal> out) {
    if (!Channel.COMPLAINTS.holds(bucket.subject())) {
      return;
    }
    out.collect(Signal.of(bucket));
    if (isRegionOfProduct(bucket.subject())) {
      out.collect(new Signal(Over.REGIONS, product(bucket.subject()), bucket));
    }
    for (String[] pair : pairs) {
      if (bucket.subject().equals(pair[0]) || bucket.subject().equals(pair[1])) {
        out.collect(Signal.of(pair[0], pair[1], bucket));
      }
    }
  }

  /** Whether the subject is a product of the catalogue in a region. */
  public static boolean isRegionOfProduct(String key) {
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

package io.groundswell.state.bootstrap;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.Policy;
import io.groundswell.domain.volume.Channel;
import io.groundswell.domain.volume.Volume;
import io.groundswell.jobs.surge.connector.BadInput;
import io.groundswell.jobs.surge.connector.Counts;
import io.groundswell.jobs.surge.settings.Durations;
import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Whether counts are those of a job's subjects, in its buckets. */
public final class CountedSubjects {
  private CountedSubjects() {}

  /**
   * Reads a file of counts, and refuses it where the job would make nothing of it.
   *
   * @throws BadInput which says what is wrong and where
   */
  public static void require(String file, Catalogue catalogue, Policy policy) throws IOException {
    long width = policy.bucket().toMillis();
    Counts counts = Counts.read(file, width);
    requireBuckets(file, counts, width);
    Map<String, List<String>> components = new HashMap<>();
    components.put(Subject.UNMATCHED, List.of());
    for (Product product : catalogue.products()) {
      components.put(product.id(), product.components().stream().map(Component::id).toList());
    }
    TreeSet<String> keys = new TreeSet<>();
    counts.volumes().forEach(volume -> keys.add(volume.subject()));
    keys.forEach(key -> require(file, key, components));
  }

  private static void require(String file, String key, Map<String, List<String>> components) {
    Subject subject = Subject.parse(key);
    String product = subject.product();
    if (!Channel.COMPLAINTS.holds(key)
        || subject.term() != null
        || !subject.key().equals(key)
        || key.isEmpty()) {
      throw new BadInput(
          "%s: key '%s' is no subject; write it as incidents do, such as firefox, firefox/sync or firefox@IT, without terms"
              .formatted(file, key));
    }
    if (product != null && !components.containsKey(product)) {
      throw unknown(file, key, "product", product, components.keySet().stream().sorted().toList());
    }
    String component = subject.component();
    List<String> known = new ArrayList<>(components.getOrDefault(product, List.of()));
    if (component != null && !known.contains(component)) {
      throw unknown(file, key, "component", component, known);
    }
  }

  private static BadInput unknown(
      String file, String key, String what, String id, List<String> known) {
    return new BadInput(
        "%s: key '%s': the catalogue has no %s '%s'; %s"
            .formatted(file, key, what, id, Nearest.hint(id, known)));
  }

  /** Hourly counts would be taken for one bad minute an hour. */
  private static void requireBuckets(String file, Counts counts, long width) {
    if (Math.floorMod(counts.first(), width) != 0) {
      throw new BadInput(
          "%s: its buckets do not begin at whole multiples of the policy's bucket, %s"
              .formatted(file, Durations.text(Duration.ofMillis(width))));
    }
    BigInteger apart = BigInteger.ZERO;
    for (Volume volume : counts.volumes()) {
      apart = apart.gcd(BigInteger.valueOf(volume.start() - counts.first()));
    }
    long given = apart.longValueExact();
    if (given > width) {
      throw new BadInput(
          "%s: its buckets lie %s apart and the policy's are %s; count in the policy's buckets"
              .formatted(
                  file,
                  Durations.text(Duration.ofMillis(given)),
                  Durations.text(Duration.ofMillis(width))));
    }
  }
}

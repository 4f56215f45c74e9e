package io.groundswell.state.product;

import io.groundswell.domain.volume.Channel;
import io.groundswell.state.saved.About;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a product in state: its own, and those of its parts, regions, terms and incidents.
 *
 * @param product its id
 */
record KeysOf(String product) {
  /** What may follow a product's id in a key: component, region, term, incident, bucket. */
  private static final String FOLLOWING = "/@~: ";

  /** Whether an entry is about it. */
  boolean hold(About about) {
    return holds(about.key()) || holds(about.mapKey());
  }

  private boolean holds(@Nullable Object key) {
    if (!(key instanceof String text)) {
      return false;
    }
    String subject = Channel.subject(text);
    return subject.startsWith(product)
        && (subject.length() == product.length()
            || FOLLOWING.indexOf(subject.charAt(product.length())) >= 0);
  }

  /** The same key of another product; what is no key of this one stays as it is. */
  Object as(String other, Object key) {
    if (!holds(key)) {
      return key;
    }
    String text = (String) key;
    String subject = Channel.subject(text);
    return Channel.of(text).key(other + subject.substring(product.length()));
  }
}

package io.groundswell.domain.incident;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Component;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.catalogue.Subject;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.volume.Channel;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What a catalogue holds no longer: nobody is told of it any more, and what is open of it ends. */
final class Departures {
  private final Set<String> watched = new HashSet<>();

  Departures(Catalogue catalogue) {
    watched.add(Subject.UNMATCHED);
    for (Product product : catalogue.products()) {
      watched.add(product.id());
      for (Component component : product.components()) {
        watched.add(Subject.component(product.id(), component.id()).key());
      }
    }
  }

  /** Whether a subject, in whichever channel, is about something that is gone. */
  boolean isGone(String key) {
    if (Channel.BLIND.holds(key)) {
      return false;
    }
    Subject subject = Subject.parse(Channel.subject(key));
    String product = subject.product();
    if (product == null) {
      return false;
    }
    String component = subject.component();
    return !watched.contains(product)
        || (component != null && !watched.contains(Subject.component(product, component).key()));
  }

  /** Ends an incident whose subject is gone. */
  void resolve(Incident incident, long end, Map<String, Status> news) {
    if (incident.open() && isGone(incident.subject)) {
      incident.resolvedAt = end;
      incident.pattern = PatternId.REMOVED;
      news.put(incident.id, Status.RESOLVED);
    }
  }
}

package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.opens;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a catalogue holds no longer. */
class DeparturesTest {
  private final SupportQueues queues = new SupportQueues(new TreeMap<>(), new TreeMap<>(), false);

  @Test
  void anOpenIncidentOfAProductThatIsGoneIsClosedWithThatReason() {
    SortedMap<String, Incident> incidents = new TreeMap<>();
    Bulletin opens = opens("firefox", 0, 20);
    desk("firefox")
        .close(incidents, queues, opens.bucket().end(), List.of(opens.bucket()), opens.matches());
    long later = opens.bucket().end() + 60_000;

    List<IncidentUpdate> updates =
        desk("mail").close(incidents, queues, later, List.of(), List.of());

    assertThat(updates).hasSize(1);
    assertThat(updates.get(0).status()).isEqualTo(Status.RESOLVED);
    assertThat(updates.get(0).pattern()).isEqualTo(PatternId.REMOVED);
    assertThat(updates.get(0).title())
        .isEqualTo("firefox: closed, it is no longer in the catalogue");
    assertThat(updates.get(0).explanation()).contains("complaints may go on");
    assertThat(desk("mail").close(incidents, queues, later + 60_000, List.of(), List.of()))
        .as("once")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"firefox", "firefox/sync", "firefox@IT", "firefox~crash", "mail/inbox"})
  void nobodyIsToldOfWhatIsGone(String subject) {
    Bulletin opens = opens(subject, 0, 20);

    assertThat(
            desk("mail")
                .close(
                    new TreeMap<>(),
                    queues,
                    opens.bucket().end(),
                    List.of(opens.bucket()),
                    opens.matches()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mail", "mail@IT", "mail~crash", "@IT", "?"})
  void whatIsWatchedIsToldAsBefore(String subject) {
    Bulletin opens = opens(subject, 0, 20);
    Map<String, Status> told = new TreeMap<>();
    desk("mail")
        .close(
            new TreeMap<>(), queues, opens.bucket().end(), List.of(opens.bucket()), opens.matches())
        .forEach(update -> told.put(update.incidentId(), update.status()));

    assertThat(told.values()).containsExactly(Status.OPENED);
  }

  private static IncidentDesk desk(String product) {
    Catalogue catalogue = Catalogue.of(List.of(Product.of(product, product)), List.of());
    return new IncidentDesk(catalogue, Policy.defaults(), List.of(), false);
  }
}

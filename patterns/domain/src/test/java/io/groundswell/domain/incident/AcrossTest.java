package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Incidents of subjects that rise together, none of which surges alone. */
class AcrossTest {
  private static final Bulletin IT = elevated("firefox@IT", 3).since(0, 3, .2);
  private static final Bulletin DE = elevated("firefox@DE", 5).since(2, 4, .3);
  private static final Bulletin US = elevated("firefox@US", 6).since(-900, 5, 2.5);

  private final Desk desk = new Desk();

  @Test
  void aSpreadIsAnIncidentOfTheProduct() {
    IncidentUpdate told = spread();

    assertThat(told.status()).isEqualTo(Status.OPENED);
    assertThat(told.pattern()).isEqualTo(PatternId.SPREAD);
    assertThat(told.subject().key()).isEqualTo("firefox");
    assertThat(told.observed()).isEqualTo(12);
    assertThat(told.expected()).isEqualTo(3.0);
    assertThat(told.posts()).isEqualTo(24);
    assertThat(told.onsetAt()).as("when the second began").isEqualTo(at(0));
    assertThat(told.blastRadius().regions())
        .extracting(BlastRadius.Affected::id)
        .containsExactly("DE", "IT", "US");
    assertThat(told.explanation())
        .contains("Three regions at once, none of them extreme")
        .contains("where one alone needs 14.3");
  }

  @Test
  void itIsOverWhenItsRegionsAreCalm() {
    spread();
    assertThat(desk.nextCheck()).isEqualTo(7 + Desk.RESOLVE_AFTER);

    desk.quietAt(7 + Desk.RESOLVE_AFTER);

    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
  }

  @Test
  void aRegionThatSurgesAfterItJoinsIt() {
    spread();
    desk.then(opens("firefox@IT", 9, 16));

    assertThat(desk.incidents()).hasSize(1);
  }

  @Test
  void whenTheProductSurgesItselfItIsMeasuredByThat() {
    spread();
    desk.then(opens("firefox", 9, 16).since(1, 30, 4));
    assertThat(desk.incidents()).hasSize(1);

    desk.then(resolves("firefox", 60)).quietAt(100);
    IncidentUpdate last = desk.last();
    assertThat(last.status()).isEqualTo(Status.RESOLVED);
    assertThat(last.incidentId()).isEqualTo(desk.said().get(0).incidentId());
    assertThat(last.observed()).as("the surge's own").isEqualTo(72);
  }

  @Test
  void tooFewPeopleAreNoIncident() {
    Bulletin one = elevated("firefox@IT", 6).since(0, 1, .1);
    SurgeMatch few =
        new SurgeMatch(PatternId.SPREAD, one.bucket(), one.bucket(), List.of(one.bucket()));

    assertThat(desk.matched(at(7), few)).isEmpty();
  }

  @Test
  void aCascadeIsOneIncidentOfTheProductThatIsDependedOn() {
    IncidentUpdate told = cascade();

    assertThat(told.status()).isEqualTo(Status.OPENED);
    assertThat(told.subject().key()).isEqualTo("accounts");
    assertThat(told.observed()).isEqualTo(9);
    assertThat(told.blastRadius().products())
        .extracting(BlastRadius.Affected::id)
        .containsExactly("accounts", "firefox");
  }

  @Test
  void aDependantThatSurgesAfterItJoinsIt() {
    cascade();
    desk.then(opens("firefox", 9, 16), opens("firefox@IT", 9, 15));

    assertThat(desk.incidents()).hasSize(1);
  }

  @Test
  void whereTheProductHasAnIncidentItsDependantJoinsThat() {
    desk.then(opens("accounts", 2, 16));
    desk.matched(at(7), cascadeMatch());

    assertThat(desk.incidents()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.UPDATED);
    assertThat(desk.last().blastRadius().products())
        .extracting(BlastRadius.Affected::id)
        .contains("firefox");
  }

  private IncidentUpdate spread() {
    SurgeMatch match =
        new SurgeMatch(PatternId.SPREAD, IT.bucket(), US.bucket(), List.of(DE.bucket()));
    List<IncidentUpdate> told = desk.matched(at(7), match);
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private IncidentUpdate cascade() {
    List<IncidentUpdate> told = desk.matched(at(7), cascadeMatch());
    assertThat(told).hasSize(1);
    return told.get(0);
  }

  private static SurgeMatch cascadeMatch() {
    return new SurgeMatch(
        PatternId.CASCADE,
        elevated("accounts", 4).since(2, 5, .5).bucket(),
        elevated("firefox", 6).since(3, 4, .4).bucket());
  }
}

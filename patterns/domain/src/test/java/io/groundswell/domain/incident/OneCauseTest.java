package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.BlastRadius.Affected;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One cause is one incident, however many subjects it shows in. */
class OneCauseTest {

  @Test
  void whatRisesTogetherIsOneIncidentNamedAfterTheStrongest() {
    Desk desk =
        given(
            opens("firefox", 0, 20),
            opens("firefox/sync", 0, 31),
            opens("firefox@IT", 0, 25),
            opens("firefox@DE", 0, 15));

    assertThat(desk.said())
        .singleElement()
        .satisfies(
            opened -> {
              assertThat(opened.status()).isEqualTo(Status.OPENED);
              assertThat(opened.subject().key()).isEqualTo("firefox/sync");
              assertThat(opened.incidentId()).isEqualTo("firefox/sync:20260105T120000Z");
              assertThat(opened.sequence()).isEqualTo(1);
              assertThat(opened.evidence()).isEqualTo(31);
              assertThat(opened.pattern()).isEqualTo("sudden");
              assertThat(ids(opened.blastRadius().products())).containsExactly("firefox");
              assertThat(ids(opened.blastRadius().components())).containsExactly("sync");
              assertThat(ids(opened.blastRadius().regions())).containsExactly("DE", "IT");
              assertThat(opened.blastRadius().unaffected()).containsExactly("tabs");
            });
  }

  @Test
  void equallyStrongOnesAreInTheOrderOfTheirKeys() {
    Desk desk =
        given(opens("firefox@IT", 0, 20), opens("firefox/sync", 0, 20), opens("firefox", 0, 20));

    assertThat(desk.said()).extracting(update -> update.subject().key()).containsExactly("firefox");
  }

  @Test
  void theStrongestIsFarthestOverItsOwnThreshold() {
    Desk desk = given(opens("firefox", 0, 22).withThreshold(20), opens("firefox/tabs", 0, 18));

    assertThat(desk.last().subject().key()).isEqualTo("firefox/tabs");
  }

  @Test
  void twoProductsAreTwoIncidents() {
    Desk desk = given(opens("firefox", 0, 20), opens("accounts", 0, 30), opens("?", 0, 16));

    assertThat(desk.said())
        .extracting(update -> update.subject().key())
        .containsExactly("?", "accounts", "firefox");
    assertThat(desk.said()).allMatch(update -> update.sequence() == 1);
  }

  @Test
  void whoJoinsLaterUpdatesItOnce() {
    Desk desk = given(opens("firefox", 0, 20), opens("firefox/sync", 5, 20));

    assertThat(desk.said())
        .extracting(IncidentUpdate::status)
        .containsExactly(Status.OPENED, Status.UPDATED);
    assertThat(desk.last().subject().key()).isEqualTo("firefox");
    assertThat(desk.last().sequence()).isEqualTo(2);
    assertThat(ids(desk.last().blastRadius().components())).containsExactly("sync");
    assertThat(desk.last().blastRadius().unaffected()).containsExactly("tabs");

    desk.then(elevated("firefox/sync", 6), elevated("firefox/sync", 7), elevated("firefox", 7));

    assertThat(desk.said()).hasSize(2);
  }

  @Test
  void twoWhoJoinInOneBucketAreOneUpdate() {
    Desk desk =
        given(opens("firefox", 0, 20), elevated("firefox@IT", 3), opens("firefox/tabs", 3, 18));

    assertThat(desk.said()).hasSize(2);
    assertThat(ids(desk.last().blastRadius().regions())).containsExactly("IT");
    assertThat(ids(desk.last().blastRadius().components())).containsExactly("tabs");
  }

  @Test
  void aCalmMemberIsNotPartOfTheBlastRadius() {
    Desk desk = given(opens("firefox", 0, 20), calm("firefox/sync", 0), elevated("firefox@IT", 2));

    assertThat(desk.last().blastRadius().components()).isEmpty();
    assertThat(desk.last().blastRadius().unaffected()).containsExactly("sync", "tabs");
    assertThat(ids(desk.last().blastRadius().regions())).containsExactly("IT");
  }

  @Test
  void eachPartHasItsOwnFigures() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(-3, 44, 2.5),
            elevated("firefox@IT", 0).since(-1, 17, .5),
            elevated("firefox@DE", 0).since(-2, 9, 1.5));

    assertThat(desk.last().observed()).isEqualTo(44);
    assertThat(desk.last().expected()).isEqualTo(2.5);
    assertThat(desk.last().posts()).isEqualTo(88);
    assertThat(desk.last().blastRadius().regions())
        .containsExactly(
            new Affected("DE", 9, 1.5, Bulletin.at(1)), new Affected("IT", 17, .5, Bulletin.at(1)));
    assertThat(desk.last().blastRadius().products())
        .containsExactly(new Affected("firefox", 44, 2.5, Bulletin.at(1)));
  }

  @Test
  void aRegionOverAllProductsJoinsTheProductThatFailsThere() {
    Desk desk = given(opens("firefox", 0, 20), elevated("firefox@IT", 0), opens("@IT", 0, 40));

    assertThat(desk.said())
        .singleElement()
        .satisfies(
            opened -> {
              assertThat(opened.subject().key()).isEqualTo("firefox");
              assertThat(ids(opened.blastRadius().regions())).containsExactly("IT");
            });
  }

  @Test
  void itJoinsLaterWithoutAWord() {
    Desk desk = given(opens("firefox", 0, 20), opens("firefox@IT", 0, 18), opens("@IT", 4, 20));

    assertThat(desk.said()).hasSize(1);
    assertThat(desk.incidents()).hasSize(1);
  }

  @Test
  void aRegionStandsAloneWhereNoProductFailsThere() {
    Desk desk = given(opens("firefox", 0, 20), elevated("firefox@DE", 0), opens("@IT", 0, 40));

    assertThat(desk.said())
        .extracting(update -> update.subject().key())
        .containsExactly("@IT", "firefox");
    assertThat(ids(desk.said().get(0).blastRadius().regions())).containsExactly("IT");
    assertThat(desk.said().get(0).blastRadius().products()).isEmpty();
    assertThat(desk.said().get(0).owner()).isNull();
  }

  @Test
  void productsThatFailInARegionAreTheBlastRadiusOfItsIncident() {
    Desk desk = given(opens("@IT", 0, 20), elevated("firefox@IT", 2), elevated("accounts@IT", 2));

    assertThat(desk.said())
        .extracting(IncidentUpdate::status)
        .containsExactly(Status.OPENED, Status.UPDATED);
    assertThat(ids(desk.last().blastRadius().products())).containsExactly("accounts", "firefox");
    assertThat(ids(desk.last().blastRadius().regions())).containsExactly("IT");
    assertThat(desk.last().blastRadius().unaffected()).isEmpty();
  }

  @Test
  void ownerAndRunbookComeFromTheCatalogue() {
    IncidentUpdate opened = given(opens("firefox@IT", 0, 20)).last();

    assertThat(opened.owner()).isEqualTo("team-desktop");
    assertThat(opened.runbook()).isEqualTo("https://wiki.example/firefox");
  }

  private static List<String> ids(List<Affected> parts) {
    return parts.stream().map(Affected::id).toList();
  }
}

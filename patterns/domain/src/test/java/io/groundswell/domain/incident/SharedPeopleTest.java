package io.groundswell.domain.incident;

import static io.groundswell.domain.incident.Bulletin.elevated;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.reopens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.incident.Desk.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.BlastRadius.Affected;
import io.groundswell.domain.policy.PatternId;
import io.groundswell.domain.surge.SurgeMatch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same people complain: one cause. Other people: another cause, whatever the names say. */
class SharedPeopleTest {

  @Test
  void oneFaultIsOneIncidentHoweverManyNamesItHas() {
    Desk desk =
        given(
            opens("firefox/sync", 0, 20).by(1, 8),
            opens("firefox~signin", 2, 18).by(3, 10),
            elevated("firefox@IT", 2).by(2, 9),
            opens("firefox", 4, 20).since(0, 40, 10).by(1, 30),
            opens("firefox~password", 5, 17).by(7, 16),
            opens("firefox@DE", 6, 16).by(10, 17),
            opens("firefox~locked", 9, 16).by(14, 22));

    assertThat(subjects(desk)).containsExactly("firefox/sync");
    assertThat(ids(desk.last().blastRadius().regions())).containsExactly("DE", "IT");
    assertThat(ids(desk.last().blastRadius().products())).containsExactly("firefox");
  }

  @Test
  void twoFaultsAtOnceInOneProductAreTwo() {
    Desk desk =
        given(
            opens("firefox/sync", 0, 20).since(-5, 14, .4).by(1, 14),
            opens("firefox", 3, 17).since(-5, 34, 6).by(1, 34),
            opens("firefox/tabs", 3, 18).since(-4, 12, .3).by(20, 31));

    assertThat(subjects(desk)).containsExactly("firefox/sync", "firefox/tabs");
    assertThat(ids(desk.last().blastRadius().components())).containsExactly("tabs");
  }

  @Test
  void aWordThatIsStillRareKeepsNothingOpen() {
    Desk desk =
        given(
            opens("firefox/sync", 0, 20).by(1, 8),
            opens("firefox~signin", 2, 18).by(3, 10),
            resolves("firefox/sync", 60),
            elevated("firefox~signin", 70));

    assertThat(desk.last().status()).isEqualTo(Status.RESOLVED);
    assertThat(desk.last().updatedAt()).isEqualTo(Bulletin.at(61));

    desk.then(reopens("firefox~signin", 75, 16));
    assertThat(desk.last().status())
        .as("unless its own surge comes back")
        .isEqualTo(Status.REOPENED);
    assertThat(desk.nextCheck()).isEqualTo(76 + Desk.RESOLVE_AFTER);
  }

  @Test
  void twoWordsForTwoFaultsAreTwo() {
    Desk desk =
        given(
            opens("firefox~disabled", 0, 20).by(1, 12), opens("firefox~printer", 0, 18).by(20, 30));

    assertThat(subjects(desk)).containsExactly("firefox~disabled", "firefox~printer");
  }

  @Test
  void theProductBelongsToTheLargerOfItsFaults() {
    Desk desk =
        given(
            opens("firefox/sync", 0, 20).by(1, 8),
            opens("firefox/tabs", 0, 20).by(20, 50),
            opens("firefox", 2, 20).by(5, 60));

    assertThat(desk.incidents()).hasSize(2);
    assertThat(desk.last().subject().key()).isEqualTo("firefox/tabs");
    assertThat(ids(desk.last().blastRadius().products())).containsExactly("firefox");
  }

  @Test
  void manyWordsForAnOutageOfTheWholeProductAreOne() {
    Desk desk =
        given(
            opens("firefox", 0, 20).since(-5, 90, 10).by(1, 90),
            opens("firefox~down", 1, 20).since(-5, 14, .1).by(1, 14),
            opens("firefox~offline", 2, 20).since(-5, 12, .1).by(20, 31));

    assertThat(subjects(desk)).containsExactly("firefox");
  }

  @Test
  void aFaultElsewhereIsAnotherOne() {
    Desk desk =
        given(opens("firefox/sync", 0, 20).by(1, 12), opens("firefox@JP", 2, 16).by(30, 40));

    assertThat(subjects(desk)).containsExactly("firefox/sync", "firefox@JP");
  }

  @Test
  void placesHaveNobodyInCommonAndAreOneFault() {
    Desk desk = given(opens("firefox@ES", 0, 20).by(1, 12), opens("firefox@JP", 2, 16).by(30, 40));

    assertThat(subjects(desk)).containsExactly("firefox@ES");
  }

  /** A forum's post has one topic, so topics have nobody in common whatever happens. */
  @Test
  void labelsOfASourceHaveNobodyInCommonAndAreOneFault() {
    Desk desk =
        given(opens("mail/install", 0, 20).by(1, 12), opens("mail/themes", 2, 16).by(30, 40));

    assertThat(subjects(desk)).containsExactly("mail/install");
  }

  @Test
  void unlessAWordTellsThemApart() {
    Desk desk =
        given(
            opens("mail/install", 0, 20).by(1, 12),
            opens("mail~certificate", 0, 18).by(3, 12),
            opens("mail/themes", 2, 16).by(30, 40));

    assertThat(subjects(desk)).containsExactly("mail/install", "mail/themes");
  }

  @Test
  void whereTooFewAreKnownTheNameDecides() {
    Desk desk =
        given(opens("firefox/sync", 0, 20).by(1, 12), opens("firefox/tabs", 2, 16).by(30, 34));

    assertThat(subjects(desk)).containsExactly("firefox/sync");
  }

  @Test
  void whoeverJoinedByNameLeavesWhenItsOwnSurgeTellsBetter() {
    Desk desk =
        given(
            opens("firefox/sync", 0, 20).by(1, 12),
            elevated("firefox/tabs", 2).by(30, 32),
            opens("firefox/tabs", 4, 16).by(33, 37));

    assertThat(subjects(desk)).containsExactly("firefox/sync", "firefox/tabs");
    desk.then(resolves("firefox/sync", 60), resolves("firefox/tabs", 61));
    assertThat(desk.said())
        .filteredOn(update -> update.status() == Status.RESOLVED)
        .hasSize(2)
        .allSatisfy(over -> assertThat(over.blastRadius().components()).hasSize(1));
  }

  @Test
  void postsThatNameTwoProductsAreOneIncident() {
    Desk desk =
        given(
            opens("accounts", 0, 20).by(1, 12),
            opens("firefox", 1, 18).by(4, 15),
            elevated("firefox@IT", 3).by(6, 8));

    assertThat(subjects(desk)).containsExactly("accounts");
    assertThat(ids(desk.last().blastRadius().products())).containsExactly("accounts", "firefox");
  }

  @Test
  void otherPeopleOfAnotherProductAreAnotherIncident() {
    Desk desk = given(opens("accounts", 0, 20).by(1, 12), opens("firefox", 0, 18).by(11, 30));

    assertThat(subjects(desk)).containsExactly("accounts", "firefox");
  }

  /** A sparse place rests at high evidence for days: what it adds to began with the incident. */
  @Test
  void whatBeganBeforeTheEndOfAnIncidentIsNoOtherOne() {
    Desk desk =
        given(
            opens("firefox", 0, 20).by(1, 30),
            elevated("firefox@IT", 10).by(1, 8),
            resolves("firefox", 60));
    Bulletin late = opens("firefox@IT", 400, 16).since(5, 12, 1).by(3, 12);
    desk.then(late.of(1));

    assertThat(desk.incidents()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.REOPENED);

    desk.quietAt(440);
    SurgeMatch spread =
        new SurgeMatch(
            PatternId.SPREAD,
            elevated("firefox@IT", 600).since(5, 14, 1).bucket(),
            elevated("firefox@DE", 602).since(590, 3, .1).bucket(),
            List.of(elevated("firefox@US", 601).since(8, 9, .5).bucket()));
    desk.matched(spread.last().end(), spread);

    assertThat(desk.incidents()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.REOPENED);
  }

  @Test
  void aWordThatRoseDuringAnIncidentIsAWordForIt() {
    Desk desk =
        given(
            opens("firefox", 0, 20).by(1, 30),
            resolves("firefox", 60),
            opens("firefox~addons", 400, 16).since(50, 12, 1).by(20, 40));

    assertThat(desk.incidents()).hasSize(1);
    assertThat(desk.last().status()).isEqualTo(Status.REOPENED);
  }

  @Test
  void aDayLaterItIsAnotherOneAllTheSame() {
    Desk desk = given(opens("firefox", 0, 20), elevated("firefox@IT", 10), resolves("firefox", 60));
    desk.then(reopens("firefox@IT", 1600, 16).since(5, 12, 1));

    assertThat(desk.last().status()).isEqualTo(Status.OPENED);
  }

  private static List<String> subjects(Desk desk) {
    return desk.said().stream().map(update -> update.subject().key()).distinct().sorted().toList();
  }

  private static List<String> ids(List<Affected> parts) {
    return parts.stream().map(Affected::id).toList();
  }
}

package io.groundswell.domain.lead;

import static io.groundswell.domain.incident.Bulletin.at;
import static io.groundswell.domain.incident.Bulletin.calm;
import static io.groundswell.domain.incident.Bulletin.opens;
import static io.groundswell.domain.incident.Bulletin.reopens;
import static io.groundswell.domain.incident.Bulletin.resolves;
import static io.groundswell.domain.lead.Books.A_BUCKET;
import static io.groundswell.domain.lead.Books.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.groundswell.domain.incident.LeadStatus;
import org.junit.jupiter.api.Test;

/** The lead ledger, told bucket by bucket. */
class LeadBookTest {
  private static final String CALLS = "support:firefox";

  @Test
  void aWarningBeforeTheQueueIsALeadAndTheQueueWasWarned() {
    Books books =
        given(
            opens("firefox", 5, 20),
            calm(CALLS, 9),
            opens(CALLS, 19, 16).since(17, 9, 1),
            calm(CALLS, 20),
            resolves("firefox", 60));

    assertThat(books.incidents())
        .singleElement()
        .extracting(LeadEntry::lead, LeadEntry::seconds, LeadEntry::firstContactAt)
        .containsExactly(LeadStatus.AHEAD, 11 * 60L, at(9));
    assertThat(books.incidents().get(0).contactsAfter()).isEqualTo(3 * A_BUCKET);
    assertThat(books.surges())
        .extracting(LeadEntry::key, LeadEntry::warned, LeadEntry::incidentId)
        .containsExactly(
            tuple("queue/firefox:20260105T121700Z", Warned.WARNED, "firefox:20260105T120000Z"));
  }

  @Test
  void contactsThatSurgeFirstAreToldLater() {
    Books books = given(opens(CALLS, 3, 16).since(2, 9, 1), opens("firefox", 9, 20).since(1, 9, 1));

    assertThat(books.incidents())
        .extracting(LeadEntry::lead, LeadEntry::seconds)
        .containsExactly(tuple(LeadStatus.BEHIND, -8 * 60L));
    assertThat(books.told())
        .filteredOn(LeadEntry::isQueue)
        .extracting(LeadEntry::warned, LeadEntry::updatedAt)
        .containsExactly(tuple(Warned.UNWARNED, at(4)), tuple(Warned.TOLD_LATER, at(10)));
  }

  @Test
  void contactsInAnotherProductAreAFalseAlarmHereAndAMissThere() {
    Books books =
        given(
                opens("firefox", 5, 20),
                opens("support:accounts", 19, 16).since(18, 9, 1),
                resolves("support:accounts", 50),
                resolves("firefox", 60))
            .quietAt(90);

    assertThat(books.incidents())
        .extracting(LeadEntry::lead, LeadEntry::contactsAfter)
        .containsExactly(tuple(LeadStatus.NO_SUPPORT_SURGE, 0L));
    assertThat(books.surges())
        .extracting(LeadEntry::about, LeadEntry::warned, LeadEntry::overAt)
        .containsExactly(tuple("accounts", Warned.UNWARNED, at(51)));
    assertThat(books.sum(40))
        .isEqualTo(new LeadSum(1, 0, 0, 1, 0, null, 1, 0, 0, 1, 40, 0))
        .extracting(LeadSum::misses, LeadSum::falseAlarms)
        .containsExactly(1L, 1L);
  }

  @Test
  void contactsCountFromTheBucketAfterTheWarningUntilItIsOver() {
    Books books =
        given(
            opens("firefox", 5, 20),
            calm(CALLS, 5), // Nobody had been told when these called.
            calm(CALLS, 6),
            resolves("firefox", 60),
            calm(CALLS, 60),
            calm(CALLS, 61));

    assertThat(books.incidents())
        .extracting(LeadEntry::overAt, LeadEntry::contactsAfter)
        .containsExactly(tuple(at(61), 2L * A_BUCKET));
  }

  @Test
  void contactsWhileAnIncidentIsOverAreNobodysUntilItComesBack() {
    Books books =
        given(opens("firefox", 5, 20), resolves("firefox", 40))
            .quietAt(80)
            .then(calm(CALLS, 90), reopens("firefox", 100, 20), calm(CALLS, 101));

    assertThat(books.incidents())
        .extracting(LeadEntry::overAt, LeadEntry::contactsAfter, LeadEntry::toldAt)
        .containsExactly(tuple(null, (long) A_BUCKET, at(101)));
  }

  @Test
  void ofTwoIncidentsOfAProductTheFirstHasTheContacts() {
    Books books =
        given(
            opens("firefox/sync", 5, 20).by(1, 20),
            opens("firefox/tabs", 7, 20).by(100, 120),
            calm(CALLS, 9));

    assertThat(books.incidents())
        .extracting(LeadEntry::about, LeadEntry::contactsAfter)
        .containsExactly(tuple("firefox/sync", (long) A_BUCKET), tuple("firefox/tabs", 0L));
  }

  @Test
  void aRegionHasOnlyContactsThatNoProductHas() {
    Books books =
        given(
            opens("@IT", 5, 20).by(1, 20),
            opens("firefox", 6, 20).by(100, 120),
            calm("support:@IT", 9),
            calm("support:firefox@IT", 9),
            calm(CALLS, 9),
            calm("support:@IT", 10));

    assertThat(books.incidents())
        .extracting(LeadEntry::about, LeadEntry::contactsAfter)
        .containsExactly(tuple("@IT", (long) A_BUCKET), tuple("firefox", (long) A_BUCKET));
  }

  @Test
  void partsOfAProductThatSurgeTogetherAreOneSurgeOfItsQueue() {
    Books books =
        given(
            opens("support:firefox@IT", 5, 16).since(3, 9, 1),
            opens(CALLS, 8, 16).since(1, 9, 1),
            resolves("support:firefox@IT", 30),
            resolves(CALLS, 40));

    assertThat(books.surges())
        .extracting(LeadEntry::about, LeadEntry::at, LeadEntry::overAt)
        .containsExactly(tuple("firefox", at(3), at(41)));
  }

  @Test
  void aRegionsQueueIsASurgeOfItsOwnOnlyWhereNoOtherSurges() {
    Books inOneProduct =
        given(
            opens("support:@IT", 5, 16).since(3, 9, 1),
            opens("support:firefox@IT", 5, 16).since(3, 9, 1));
    Books inTheRegion =
        given(
            opens("support:@IT", 5, 16).since(4, 9, 1), opens("support:@FR", 5, 16).since(4, 9, 1));

    assertThat(inOneProduct.surges()).extracting(LeadEntry::about).containsExactly("firefox");
    assertThat(inTheRegion.surges()).extracting(LeadEntry::about).containsExactly("@FR");
  }

  @Test
  void aRegionsQueueThatAnIncidentIsMeasuredByIsARow() {
    Books books =
        given(
            opens("@IT", 2, 20),
            opens(CALLS, 5, 16).since(4, 9, 1),
            opens("support:@IT", 6, 16).since(5, 9, 1));

    assertThat(books.surges())
        .extracting(LeadEntry::about, LeadEntry::warned)
        .containsExactly(tuple("@IT", Warned.WARNED), tuple("firefox", Warned.UNWARNED));
  }

  @Test
  void aSecondSurgeOfTheQueueInOneIncidentWasWarnedAsWell() {
    Books books =
        given(
            opens("firefox", 5, 20),
            opens(CALLS, 19, 16).since(17, 9, 1),
            resolves(CALLS, 30),
            opens(CALLS, 50, 16).since(48, 9, 1));

    assertThat(books.incidents()).extracting(LeadEntry::supportOnsetAt).containsExactly(at(17));
    assertThat(books.surges())
        .extracting(LeadEntry::at, LeadEntry::warned)
        .containsExactly(tuple(at(17), Warned.WARNED), tuple(at(48), Warned.WARNED));
  }

  @Test
  void theEndOfTheInputCountsAndJudgesNothing() {
    Books books = given(opens("firefox", 5, 20)).andAtTheEnd(opens(CALLS, 9, 20));

    assertThat(books.incidents())
        .extracting(LeadEntry::lead, LeadEntry::firstContactAt, LeadEntry::contactsAfter)
        .containsExactly(tuple(LeadStatus.UNKNOWN, at(9), (long) A_BUCKET));
    assertThat(books.surges()).isEmpty();
  }

  @Test
  void rowsComeWhenTheyChangeAndAreForgottenWithTheirIncident() {
    Books books = given(opens("firefox", 5, 20), calm("firefox", 6), resolves("firefox", 7));
    assertThat(books.told()).hasSize(1);

    books.quietAt(50).quietAt(51);
    assertThat(books.told()).hasSize(2).last().extracting(LeadEntry::updatedAt).isEqualTo(at(51));
    assertThat(books.kept()).isEqualTo(1);

    books.quietAt(50 + 25 * 60);
    assertThat(books.told()).hasSize(2);
    assertThat(books.kept()).isZero();
  }

  @Test
  void theMedianOfAnEvenNumberLiesHalfWay() {
    Books books =
        given(
            opens("firefox", 5, 20),
            opens("accounts", 5, 20),
            opens(CALLS, 19, 16).since(16, 9, 1),
            opens("support:accounts", 19, 16).since(17, 9, 1));

    assertThat(books.sum(100).medianLeadSeconds()).isEqualTo((10 * 60 + 11 * 60) / 2);
    assertThat(books.sum(100).shareAfterDetection()).isEqualTo(.16);
    assertThat(books.sum(0).shareAfterDetection()).isZero();
  }
}

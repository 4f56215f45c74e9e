package io.groundswell.domain.briefing;

import static io.groundswell.domain.briefing.Tale.at;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.incident.BlastRadius;
import io.groundswell.domain.incident.BlastRadius.Affected;
import io.groundswell.domain.incident.Status;
import io.groundswell.domain.report.Report;
import io.groundswell.domain.report.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What people are told of an incident. */
class BrieferTest {

  @Test
  void theTitleNamesTheSymptomAndThePlace() {
    Briefing briefing =
        Tale.opens(12)
            .usually(Map.of("pay@DE", 10, "pay@US", 60))
            .says(-5, 12, "de", "Karte abgelehnt an jeder Kasse", "pay@DE")
            .turns(Status.OPENED, 0, 12, new Affected("DE", 12, .2, at(0)))
            .brief();

    assertThat(briefing.title())
        .startsWith("Pay: people report \"")
        .contains("abgelehnt")
        .endsWith(", 12 people in 10 min where 2 are normal, mostly in Germany");
  }

  @Test
  void whereEverythingAlwaysIsIsNotWorthAWord() {
    Briefing briefing =
        Tale.opens(12)
            .usually(Map.of("pay@US", 90))
            .turns(Status.OPENED, 0, 12, new Affected("US", 11, 2, at(0)))
            .brief();

    assertThat(briefing.title()).doesNotContain("United States");
  }

  @Test
  void placesThatWouldShowItAndDoNotAreUnaffected() {
    Tale tale =
        Tale.opens(40)
            .usually(Map.of("pay@DE", 20, "pay@US", 60, "pay@NZ", 1))
            .says(-5, 40, "de", "Karte abgelehnt", "pay@DE")
            .turns(Status.OPENED, 0, 40, new Affected("DE", 40, .2, at(0)));

    assertThat(tale.brief().reach().unaffected()).contains("US").doesNotContain("NZ", "DE");
    assertThat(tale.brief().reach().everywhere()).isFalse();
    assertThat(tale.brief().explanation()).contains("Not in United States, which would show it.");
  }

  @Test
  void whatIsInEveryPlaceAsUsualIsEverywhere() {
    Tale tale = Tale.opens(60).usually(Map.of("pay@DE", 30, "pay@US", 30, "pay@FR", 30));
    for (String region : List.of("pay@DE", "pay@US", "pay@FR")) {
      tale.says(-5, 20, "en", "card declined", region);
    }

    assertThat(tale.brief().reach().everywhere()).isTrue();
    assertThat(tale.brief().title()).endsWith(", everywhere");
  }

  @Test
  void productsThatDependOnEachOtherAreNamedWhereTheyAreCalm() {
    assertThat(Tale.opens(12).brief().reach().unaffected()).contains("bank");
  }

  @Test
  void aProductThatItReachesIsNamedEvenIfItIsEverywhere() {
    Tale tale = Tale.opens(60).usually(Map.of("pay@DE", 30, "pay@US", 30, "pay@FR", 30));
    for (String region : List.of("pay@DE", "pay@US", "pay@FR")) {
      tale.says(-5, 20, "en", "card declined", region);
    }
    List<Affected> products = List.of(new Affected("bank", 9, 1, at(18)));
    tale.reaches(new BlastRadius(List.of(), List.of(), products, List.of()));

    assertThat(tale.brief().title()).endsWith(", everywhere, also bank");
    assertThat(tale.brief().explanation())
        .contains("It is everywhere", "Reached, in this order: bank 12:18Z.");
  }

  @Test
  void whatComplaintsNameMoreThanUsualIsNotUnaffectedAlthoughItIsNotElevatedYet() {
    Tale tale =
        Tale.opens(12)
            .usually(Map.of("pay/card", 20, "pay/transfer", 20))
            .says(-5, 8, "en", "card declined", "pay/card")
            .says(-4, 1, "en", "transfer pending", "pay/transfer")
            .reaches(new BlastRadius(List.of(), List.of(), List.of(), List.of("card", "transfer")));

    assertThat(tale.brief().reach().unaffected()).contains("transfer").doesNotContain("card");
  }

  @Test
  void whereNoLanguageHasManyReportsTheTitleNamesTheirFault() {
    Tale tale =
        Tale.opens(9)
            .says(-5, 2, "en", "cannot log in, password rejected")
            .says(-4, 2, "de", "kann mich nicht anmelden, Passwort falsch")
            .says(-3, 2, "es", "no puedo iniciar sesi\u00f3n, contrase\u00f1a rechazada")
            .says(-2, 3, "fr", "impossible de me connecter, mot de passe refus\u00e9");

    assertThat(tale.brief().title()).startsWith("Pay: people report \"");
  }

  @Test
  void whatAFewSayInTheirLanguageIsNoTitle() {
    assertThat(
            Tale.opens(14)
                .says(-5, 12, "en", "card declined at the till")
                .says(-4, 2, "fr", "carte refus\u00e9e par la machine")
                .brief()
                .title())
        .contains("declined")
        .doesNotContain("machine", "refus");
  }

  @Test
  void itSaysWhatIsNewSinceTheLastUpdate() {
    Tale tale = Tale.opens(12);
    tale.brief();
    tale.turns(Status.UPDATED, 20, 30, new Affected("IT", 9, .2, at(18)));

    assertThat(tale.brief().explanation()).contains("New since the last update: Italy.");
  }

  @Test
  void oneAuthorMoreOrLessIsWeighedByWhatCarriedIt() {
    Counterfactual one = Tale.opens(12).brief().counterfactuals().get(0);

    assertThat(one.without()).isEqualTo("any one author");
    assertThat(one.people()).as("once in each of two clock hours").isEqualTo(2);
    assertThat(one.evidence()).isEqualTo(16.78);
    assertThat(one.opens()).isTrue();
  }

  @Test
  void fewerAuthorsThanTheLeastWouldNotHaveOpenedIt() {
    assertThat(Tale.opens(5).brief().counterfactuals().get(0).opens()).isFalse();
  }

  @Test
  void theOldestUnansweredPostComesFirst() {
    Tale tale = Tale.opens(12);
    List<Report> reports = new ArrayList<>();
    for (int minute = -5; minute < 0; minute++) {
      reports.add(tale.report(minute, "en", "card declined", "https://x.example/" + minute));
    }
    reports.add(tale.report(-1, "en", "card declined", null));
    tale.hears(-5, reports)
        .signal(Signal.Kind.ANSWERED, 3, reports.get(0).quote().postId(), 0)
        .signal(Signal.Kind.ANSWERED, 4, reports.get(0).quote().postId(), 0);

    Replies replies = tale.brief().replies();
    assertThat(replies.first()).hasSize(5);
    assertThat(requireNonNull(replies.oldestUnanswered()).url()).isEqualTo("https://x.example/-4");
    assertThat(replies.first().get(4).answeredAt()).isEqualTo(at(3));
    assertThat(replies).extracting("reachable", "answered", "unreachable").containsExactly(5, 1, 1);
  }

  @Test
  void ofAWithdrawnPostNothingIsLeft() {
    Tale tale = Tale.opens(12);
    List<Report> reports = List.of(tale.report(-5, "en", "card declined", "https://x.example/1"));
    tale.hears(-5, reports).signal(Signal.Kind.WITHDRAWN, 2, reports.get(0).quote().postId(), 0);

    assertThat(tale.brief().withdrawn()).containsExactly(reports.get(0).quote().key());
    assertThat(tale.brief().commonality().examples()).isEmpty();
    assertThat(tale.brief().replies().first()).isEmpty();
    assertThat(tale.story().reports).isEmpty();
  }

  @Test
  void whatWorksAgainIsToldByRegion() {
    Briefing briefing =
        Tale.opens(30)
            .says(0, 20, "de", "Karte abgelehnt", "pay@DE")
            .says(1, 10, "fr", "carte refus\u00e9e", "pay@FR")
            .says(25, 2, "fr", "carte refus\u00e9e", "pay@FR")
            .signal(Signal.Kind.WORKS_AGAIN, 26, "a", 901, "pay", "pay@DE")
            .signal(Signal.Kind.WORKS_AGAIN, 27, "b", 901, "pay", "pay@DE")
            .turns(Status.UPDATED, 30, 32)
            .brief();

    Recovery recovery = briefing.recovery();
    assertThat(recovery.falling()).isTrue();
    assertThat(recovery).extracting("peak", "now", "backUp").containsExactly(30, 2, 1);
    assertThat(recovery.regions().get(0))
        .extracting("id", "now", "backUp")
        .containsExactly("DE", 0, 1);
    assertThat(recovery.regions().get(1)).extracting("id", "now").containsExactly("FR", 2);
    assertThat(briefing.explanation())
        .contains("Complaints are falling: 2 in the last ten minutes, 30 at the peak.")
        .contains("About 1 person says that it works again, 1 in Germany.");
  }

  @Test
  void thePeopleAreAskedWhatMostOfThemLeaveOpen() {
    Tale tale = Tale.opens(12).says(-5, 12, "en", "card declined", "pay/card", "pay@DE");

    assertThat(requireNonNull(tale.brief().question()).about()).isEqualTo("platform");
    assertThat(requireNonNull(tale.brief().drafts()).replies().get(0).text())
        .contains("iOS, Android");
  }

  @Test
  void nobodyIsAskedWhatEverybodyHasSaid() {
    Tale tale =
        Tale.opens(12).says(-5, 12, "en", "card declined on my iphone", "pay/card", "pay@DE");

    assertThat(tale.brief().question()).isNull();
  }

  @Test
  void answersAreDraftedInTheLanguagesOfThosePeople() {
    Drafts drafts =
        requireNonNull(
            Tale.opens(12)
                .says(-5, 8, "de", "Karte abgelehnt an der Kasse")
                .says(-4, 4, "es", "tarjeta rechazada en la tienda")
                .brief()
                .drafts());

    assertThat(drafts.replies()).extracting(Drafts.Reply::lang).containsExactly("de", "es");
    assertThat(drafts.replies().get(0).text()).startsWith("Danke f\u00fcr den Hinweis.");
    assertThat(drafts.replies().get(1).announcement()).contains("Pay").doesNotContain("{");
    assertThat(drafts.statusTitle()).isEqualTo("Pay: we are looking into reports of problems");
    assertThat(drafts.statusBody()).contains("since 11:50 UTC", "Next update by 16:00 UTC.");
  }

  @Test
  void whenItIsOverTheDraftsSaySo() {
    Drafts drafts =
        requireNonNull(
            Tale.opens(12)
                .says(-5, 8, "en", "card declined")
                .turns(Status.RESOLVED, 50, 30)
                .brief()
                .drafts());

    assertThat(drafts.statusBody()).contains("lasted 60 min");
    assertThat(drafts.replies().get(0).text()).contains("should work again");
  }
}

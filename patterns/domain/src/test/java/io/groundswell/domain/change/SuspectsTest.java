package io.groundswell.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuspectsTest {
  private static final List<String> EVERYWHERE = List.of();

  @Test
  void aDeployShortlyBeforeIsSuspected() {
    Finding finding = Case.of().beginning(4, 5).changed("d1", -6).finding("d1");
    assertThat(finding.verdict()).isEqualTo(Verdict.SUSPECT);
    assertThat(finding.minutes()).isEqualTo(6);
    assertThat(finding.score()).isGreaterThan(.9);
  }

  @Test
  void oneThatCameAfterTheOnsetIsRuledOut() {
    Case shop = Case.of().beginning(4, 5, 6, 4, 5, 6, 7, 8, 8, 7, 8).changed("d1", 9);
    assertThat(shop.verdicts()).containsExactly("d1 RULED_OUT");
    assertThat(shop.finding("d1").ground()).isEqualTo(Ground.TOO_LATE);
    assertThat(shop.finding("d1").minutes()).isEqualTo(-9);
  }

  @Test
  void aStrayComplaintBeforeADeployDoesNotClearIt() {
    assertThat(Case.of().beginning(1, 0, 0, 0, 0, 0, 0).changed("d1", 4).verdicts())
        .containsExactly("d1 SUSPECT");
  }

  @Test
  void whoIsChangedAllTheTimeIsSuspectedOfNothing() {
    Case busy = Case.of().beginning(4, 5).usually("deploy", 20).changed("d1", -6);
    assertThat(busy.verdicts()).containsExactly("d1 POSSIBLE");
  }

  @Test
  void aRareKindOfChangeStandsOutAmongFrequentOnes() {
    Case busy =
        Case.of()
            .beginning(4, 5)
            .usually("deploy", 60)
            .changed("d1", -6)
            .changed("f1", -6, "flag", "new basket on");
    assertThat(busy.verdicts()).containsExactly("f1 SUSPECT", "d1 POSSIBLE");
  }

  @Test
  void ofTwoDeploysTheOneOfTheComponentThatSurgesIsFirst() {
    Case two =
        Case.of()
            .beginning(4, 5)
            .about("checkout")
            .changed("d1", -5, "deploy", "shop", "search", EVERYWHERE, "release")
            .changed("d2", -9, "deploy", "shop", "checkout", EVERYWHERE, "release");
    assertThat(two.verdicts().get(0)).isEqualTo("d2 SUSPECT");
  }

  @Test
  void ofTwoDeploysTheOneThatNamesWhatPeopleReportIsFirst() {
    Case two =
        Case.of()
            .beginning(4, 5)
            .reported("basket")
            .changed("d1", -5, "deploy", "faster search")
            .changed("d2", -6, "deploy", "the new basket");
    assertThat(two.verdicts().get(0)).isEqualTo("d2 SUSPECT");
  }

  @Test
  void whatWasMadeElsewhereIsRuledOut() {
    Case italy =
        Case.of()
            .beginning(4, 5)
            .in("IT")
            .changed("d1", -5, "deploy", "shop", null, List.of("DE"), "release")
            .changed("d2", -8, "deploy", "shop", null, List.of("IT", "emea"), "release");
    assertThat(italy.verdicts()).containsExactly("d2 SUSPECT", "d1 RULED_OUT");
    assertThat(italy.finding("d1").ground()).isEqualTo(Ground.ELSEWHERE);
  }

  @Test
  void aFlagThatIsFlippedBackIsARemedy() {
    Case flag =
        Case.of()
            .beginning(4, 5, 6, 8)
            .changed("on", -4, "flag", "Flag new-basket on")
            .changed("off", 12, "flag", "Flag new-basket off");
    assertThat(flag.verdicts()).containsExactly("on SUSPECT", "off REMEDY");
    assertThat(flag.finding("off").other()).isEqualTo(flag.finding("on").change());
  }

  @Test
  void whatWasTakenBackLongBeforeIsRuledOut() {
    Case flag =
        Case.of()
            .beginning(4, 5)
            .changed("on", -100, "flag", "enable new-basket")
            .changed("off", -90, "flag", "disable new-basket");
    assertThat(flag.finding("on").ground()).isEqualTo(Ground.TAKEN_BACK);
  }

  @Test
  void aRollbackTakesBackTheLastDeployBeforeIt() {
    Case rolled =
        Case.of()
            .beginning(4, 5)
            .changed("d1", -200)
            .changed("d2", -6)
            .changed("r1", 20, "deploy", "Roll back to 4.1");
    assertThat(rolled.finding("r1").verdict()).isEqualTo(Verdict.REMEDY);
    assertThat(rolled.finding("r1").other()).isEqualTo(rolled.finding("d2").change());
  }

  @Test
  void whatWasChangedInTheDarkIsAsNearAsTheLightThatFollowed() {
    Case seen = Case.of().beginning(4, 5).changed("d1", -100);
    Case blind = Case.of().beginning(4, 5).blind(-105, -2).changed("d1", -100);
    assertThat(seen.verdicts()).containsExactly("d1 POSSIBLE");
    assertThat(blind.verdicts()).containsExactly("d1 SUSPECT");
  }

  @Test
  void aRollbackElsewhereClearsNobody() {
    Case germany =
        Case.of()
            .beginning(4, 5)
            .changed("d1", -40)
            .changed("r1", -30, "rollback", "shop", null, List.of("DE"), "release before");
    assertThat(germany.finding("d1").ground()).isNotEqualTo(Ground.TAKEN_BACK);
    Case part =
        Case.of()
            .beginning(4, 5)
            .about("checkout")
            .changed("d1", -40)
            .changed("r1", -30, "rollback", "shop", "search", EVERYWHERE, "search before");
    assertThat(part.finding("d1").ground()).isNotEqualTo(Ground.TAKEN_BACK);
  }

  @Test
  void thatSomethingWorksAgainIsNoCauseAndTakesNothingBack() {
    Case recovered =
        Case.of()
            .beginning(4, 5)
            .changed("d1", -40)
            .changed("i1", -35, "recovery", "Incident resolved")
            .changed("i2", 20, "recovery", "Incident resolved");
    assertThat(recovered.verdicts()).containsExactly("d1 SUSPECT", "i2 REMEDY");
    assertThat(recovered.finding("i2").other()).isNull();
  }

  @Test
  void aFeatureNamedUndoTakesNothingBack() {
    Case button =
        Case.of()
            .beginning(4, 5)
            .changed("d1", -40)
            .changed("d2", -30, "deploy", "Add undo button");
    assertThat(button.finding("d1").ground()).isNotEqualTo(Ground.TAKEN_BACK);
  }

  @Test
  void fixesAfterTheOnsetDoNotHideTheCause() {
    Case shop = Case.of().beginning(4, 5).usually("deploy", 600).changed("d1", -6);
    double before = shop.finding("d1").score();
    for (int fix = 0; fix < 10; fix++) {
      shop.changed("fix" + fix, 20 + fix);
    }
    assertThat(shop.finding("d1").score()).isEqualTo(before, within(.05));
  }

  @Test
  void aFlagAndALogAreNotTheSameWord() {
    Case words =
        Case.of()
            .beginning(4, 5)
            .reported("log")
            .changed("d1", -5, "deploy", "new logging")
            .changed("d2", -6, "deploy", "rotate the log");
    assertThat(words.verdicts().get(0)).isEqualTo("d2 SUSPECT");
  }

  @Test
  void aProductOnWhichItDependsIsSuspectedAndAnyOtherIsNot() {
    Case other =
        Case.of()
            .beginning(4, 5)
            .changed("d1", -5, "deploy", "accounts", null, EVERYWHERE, "release")
            .changed("d2", -5, "deploy", "maps", null, EVERYWHERE, "release")
            .changed("d3", -500, "deploy", "maps", null, EVERYWHERE, "release");
    assertThat(other.verdicts()).containsExactly("d1 SUSPECT", "d2 RULED_OUT");
    assertThat(other.finding("d2").ground()).isEqualTo(Ground.OTHER_PRODUCT);
  }
}

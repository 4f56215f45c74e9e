package io.groundswell.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What texts say beside each other. */
class AgreementTest {

  @Test
  void whileNothingHappensTheMeanOfTheEvidenceIsOne() {
    List<Integer> said = new ArrayList<>();
    for (int seed = 0; seed < 6; seed++) {
      Room room = new Room(seed);
      room.calm(14 * 24);
      for (int day = 0; day < 20; day++) {
        said.addAll(busyHour(room));
        room.calm(10);
      }
    }
    List<Integer> asked = said.stream().filter(e -> e != 0).toList();

    assertThat(asked).hasSizeGreaterThan(2_000);
    assertThat(asked.stream().mapToDouble(e -> Math.exp(e / 1000.0)).average().orElseThrow())
        .isBetween(.8, 1.15);
  }

  /** More people than usual, who have nothing in common. */
  private static List<Integer> busyHour(Room room) {
    List<Integer> said = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      said.addAll(room.pass(1).hear(room.anything()));
    }
    return said;
  }

  @Test
  void fourPeopleWhoSayTheSameNewThingAreEvidence() {
    Room room = new Room(1);
    room.calm(14 * 24);
    int sum = 0;
    for (String rest : List.of("ananas birne", "citrus dattel", "erbse feige", "gurke holunder")) {
      for (int e :
          room.pass(1).hear("the app says passkey expired certificate " + rest + " today")) {
        sum += e;
      }
    }
    assertThat(sum).isGreaterThan(5_000);
  }

  @Test
  void onePersonWhoRepeatsAThingIsNone() {
    Room room = new Room(2);
    room.calm(14 * 24);
    room.pass(1).hear(room.anything(), room.anything());
    Said angry = Said.of(77, 77, "passkey expired certificate fix this");

    assertThat(room.pass(1).hear(angry)).hasSize(1);
    assertThat(room.pass(1).hear(angry, angry, angry)).containsOnly(0);
  }

  @Test
  void inItsFirstDaysNobodyKnowsWhatIsUsual() {
    Room room = new Room(3);
    assertThat(room.calm(12)).containsOnly(0);
  }

  @Test
  void whatIsKeptIsBounded() {
    Room room = new Room(4);
    room.calm(200);
    for (int minute = 0; minute < 300; minute++) {
      room.pass(1).hear(room.anything(), room.anything(), room.anything());
      room.hear(room.anything(), room.anything(), room.anything());
      assertThat(room.hearing.heard).hasSizeLessThanOrEqualTo(Hearing.MOST);
    }
    assertThat(room.background.references).hasSizeLessThanOrEqualTo(Background.MOST_REFERENCES);
  }

  @Test
  void aSurgeIsNoHabit() {
    Room room = new Room(5);
    room.calm(14 * 24);
    double before = room.background.share(Said.of(1, 1, "passkey").hashes()[0]);
    for (int minute = 0; minute < 60; minute++) {
      room.pass(1).hear("passkey " + room.anything(), "passkey " + room.anything());
    }
    room.calm(5);
    double after = room.background.share(Said.of(1, 1, "passkey").hashes()[0]);

    assertThat(after).isGreaterThan(before).isLessThan(.02);
  }
}

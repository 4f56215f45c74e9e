package io.groundswell.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.volume.TermPast;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Terms that become subjects. */
class TermsTest {
  private final Room room = new Room(7);

  TermsTest() {
    room.calm(7 * 24);
  }

  @Test
  void aTermIsASubjectOnceThreeVoicesUseItWithinAnHour() {
    assertThat(names(room.terms("passkey " + room.anything()))).isEmpty();
    assertThat(names(room.pass(20).terms("passkey " + room.anything()))).isEmpty();
    List<TermVolume> third = room.pass(20).terms("passkey " + room.anything());

    assertThat(names(third)).containsExactly("passkey");
    TermVolume volume = third.get(0);
    assertThat(volume.observed()).isEqualTo(1);
    TermPast past = Objects.requireNonNull(volume.past());
    assertThat(past.observed()).containsExactly(1, 1);
    assertThat(past.starts())
        .containsExactly(room.now() - 40 * Room.MINUTE, room.now() - 20 * Room.MINUTE);
    assertThat(past.minutes()).isGreaterThan(5 * 1_440);
  }

  @Test
  void whatEverybodySaysAlwaysIsNone() {
    for (int i = 0; i < 20; i++) {
      assertThat(names(room.pass(1).terms("the app " + room.anything())))
          .doesNotContain("the", "app");
    }
  }

  @Test
  void copiesAreNoVoices() {
    for (int copy = 0; copy < 9; copy++) {
      Said echo = Said.of(100 + copy, 1, "passkey gone");
      assertThat(names(room.pass(1).terms(echo))).isEmpty();
    }
  }

  @Test
  void formsOfAWordAreOneTerm() {
    room.terms("disabled " + room.anything());
    room.pass(1).terms("disables " + room.anything());
    List<TermVolume> third = room.pass(1).terms("disabling " + room.anything());

    assertThat(names(third)).contains("disabling").doesNotContain("disabled", "disables");
  }

  @Test
  void theMostUnlikelyComeFirstAndNoMoreThanFourAtATime() {
    String fault = "zulu yankee xray whisky victor uniform tango ";
    room.terms(fault + room.anything());
    room.pass(1).terms(fault + room.anything());
    List<TermVolume> third = room.pass(1).terms(fault + room.anything());

    assertThat(names(third)).hasSize(4).isSubsetOf(List.of(fault.split(" ")));
    assertThat(names(third)).isEqualTo(names(third).stream().sorted().toList());
  }

  @Test
  void thereAreNeverMoreThanTheBound() {
    for (int i = 0; i < 40; i++) {
      String fault =
          IntStream.range(8 * i, 8 * i + 8).mapToObj(TermsTest::rare).toList().toString();
      for (int voice = 0; voice < 3; voice++) {
        room.pass(1).terms(fault.replaceAll("[\\[\\],]", "") + " " + room.anything());
      }
      assertThat(room.kept.terms).hasSizeLessThanOrEqualTo(Terms.MOST_KEPT);
    }
    assertThat(room.kept.terms).hasSize(Terms.MOST_KEPT);
  }

  @Test
  void aTermThatNobodyUsesForADayIsNoSubjectAnyMore() {
    for (int voice = 0; voice < 3; voice++) {
      room.pass(1).terms("passkey " + room.anything());
    }
    assertThat(names(room.pass(30).terms("passkey"))).containsExactly("passkey");
    room.pass(25 * 60).terms("anything else");

    assertThat(room.kept.terms).isEmpty();
  }

  private static String rare(int number) {
    return "q" + Room.word(number + 5_000) + "q";
  }

  private static List<String> names(List<TermVolume> volumes) {
    return new ArrayList<>(volumes.stream().map(TermVolume::term).toList());
  }
}

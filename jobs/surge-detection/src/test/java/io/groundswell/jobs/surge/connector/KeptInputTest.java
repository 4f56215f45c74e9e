package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.answer.Judgement;
import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.answer.Verdict;
import io.groundswell.domain.change.ChangeEvent;
import io.groundswell.domain.contact.SupportContact;
import io.groundswell.domain.report.Signal;
import io.groundswell.domain.volume.ArrivalRule;
import io.groundswell.jobs.surge.connector.format.Format;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was kept is read again as what it was. */
class KeptInputTest {
  private static final long AT = Instant.parse("2026-03-06T13:20:05Z").toEpochMilli();
  private static final Reading READING = new Reading(Format.POST.posts(), AT);

  @Test
  void aContactIsTheSameButForItsId() throws Exception {
    SupportContact contact = new SupportContact("T-4711", AT, "phone", "shop", "pay", "IT");
    assertThat(READING.readContact(again(Input.CONTACTS, JsonContacts.write(contact, "0a"))))
        .isEqualTo(new SupportContact("0a", AT, "phone", "shop", "pay", "IT"));
  }

  @Test
  void aChangeIsTheSame() throws Exception {
    for (String component : new String[] {"pay", null}) {
      ChangeEvent event =
          new ChangeEvent(
              "7",
              AT,
              "deploy",
              "shop",
              component,
              List.of("IT"),
              "live",
              "v8 \"x\"",
              "https://x.y");
      assertThat(READING.readChange(again(Input.CHANGES, JsonChanges.write(event))))
          .isEqualTo(event);
    }
  }

  @Test
  void answersAreTheSame() throws Exception {
    Verdict verdict = new Verdict("shop:1", Judgement.DUPLICATE, "ann", AT, "shop:2", "why not");
    Mute mute = new Mute("m", "shop", AT, AT + 60_000, "works", "bob", 2.5, AT - 1);
    assertThat(READING.readVerdict(again(Input.VERDICTS, JsonAnswers.write(verdict))))
        .isEqualTo(verdict);
    assertThat(READING.readMute(again(Input.MUTES, JsonAnswers.write(mute)))).isEqualTo(mute);
  }

  @Test
  void aSignalIsTheSame() {
    Signal signal =
        new Signal(Signal.Kind.WORKS_AGAIN, AT, AT - 1, -5, 6, List.of("shop", "shop@IT"));
    assertThat(KeptInput.of(signal).signal()).isEqualTo(signal);
  }

  @Test
  void itCountsWhenItCameOrWhenItWasMade() {
    RawRecord late = RawRecord.live(Input.CHANGES, "c-0:1", new byte[0], AT, AT + 59_999);
    assertThat(KeptInput.of(late, AT, "shop", "{}").moment()).isEqualTo(AT + 60_000);
    assertThat(KeptInput.ofFeed("x", AT, 3))
        .extracting(KeptInput::moment, KeptInput::closed)
        .containsExactly(AT, ArrivalRule.NONE_CLOSED);
    assertThat(KeptInput.of(late, AT, "shop", "{}").toRecord())
        .extracting(RawRecord::now, RawRecord::closed)
        .containsExactly(AT, AT + 59_999);
  }

  private static RawRecord again(Input input, String json) {
    RawRecord first =
        RawRecord.live(input, "t-0:1", json.getBytes(StandardCharsets.UTF_8), AT, AT - 1);
    return KeptInput.of(first, AT, "", json).toRecord();
  }
}

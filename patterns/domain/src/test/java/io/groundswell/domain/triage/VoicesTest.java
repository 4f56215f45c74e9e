package io.groundswell.domain.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTest {
  private final Voices voices = new Voices(List.of("@AcmeHelp", "acme"));

  @ParameterizedTest
  @CsvSource({
    "acmehelp,      0, company",
    "@Acme,         0, company",
    "acme_fan,      0, person",
    "acmestatus,    0, machine",
    "Acme_Status,   0, machine",
    "TownJobs,      0, machine",
    "weather_bot,   0, machine",
    "abbot,         0, person",
    "robothead,     0, person",
    "valleynews,    0, news",
    "Valley_Herald, 0, news",
    "jnewsome,      0, person",
    "goodtimes,     90, person",
    "MetroTimes,    250000, news",
    "mia.k@valleynews.example, 0, person",
  })
  void anAccountSaysWhatItIs(String handle, long followers, String voice) {
    Author author = new Author("1", handle, null, followers, false);
    assertThat(voices.of(post("my line is dead", author)).label()).isEqualTo(voice);
  }

  @Test
  void aMachineThatItsSourceCallsOneIsOne() {
    assertThat(voices.of(post("down again", new Author("1", "mia", null, null, true))))
        .isEqualTo(Voice.MACHINE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://paper.example/outage",
        "@acme #outage https://paper.example/outage",
        "Acme Outage Leaves Thousands Without Service Across Three States https://p.example/1",
        "Acme outage hits thousands of customers | Valley Herald https://p.example/1",
      })
  void whoPassesOnAHeadlineSpeaksForAPaper(String text) {
    assertThat(voices.of(post(text, Author.UNKNOWN))).isEqualTo(Voice.NEWS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Acme Has Lost My Bag Again And Nobody Answers https://photo.example/1",
        "acme is down again in the whole street https://photo.example/1",
        "Acme Down? Nothing Loads Here Since Noon https://photo.example/1",
        "Seit gestern kein Internet in der ganzen Straße https://photo.example/1",
        "https://photo.example/1 look at this mess",
        "Acme Outage Leaves Thousands Without Service",
      })
  void whoSaysSomethingIsAPerson(String text) {
    assertThat(voices.of(post(text, Author.UNKNOWN))).isEqualTo(Voice.PERSON);
  }

  private static Post post(String text, Author author) {
    return Post.of("x", "1", 0).text(text).author(author).build();
  }
}

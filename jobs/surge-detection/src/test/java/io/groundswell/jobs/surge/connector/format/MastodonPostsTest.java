package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MastodonPostsTest {
  private static final long WHEN = Instant.parse("2026-03-06T13:20:00Z").toEpochMilli();
  static final Payload STATUS =
      new Payload(
          Format.MASTODON,
          """
          {'id': '116182430515200042', 'uri': 'https://town.example/users/ann/statuses/9',
           'url': 'https://town.example/@ann/9', 'created_at': '2026-03-06T13:20:00.000Z',
           'edited_at': null, 'content': '<p>Checkout is down</p>', 'spoiler_text': '',
           'visibility': 'public', 'language': 'en', 'in_reply_to_id': null, 'reblog': null,
           'account': {'id': '31', 'username': 'ann', 'acct': 'ann@town.example', 'bot': false,
             'url': 'https://town.example/@ann', 'followers_count': 12, 'note': '<p>hi</p>'},
           'mentions': [], 'tags': [{'name': 'x'}], 'emojis': [], 'poll': null}
          """);

  @Test
  void readsAStatusByItself() throws UnreadableRecord {
    assertThat(STATUS.post()).isEqualTo(expected());
  }

  @ParameterizedTest
  @ValueSource(strings = {"update", "status.update"})
  void readsEventsWithThePayloadAsTextAsAnObjectAndAsSentByHttp(String event) throws Exception {
    String text = asText(STATUS);

    for (String payload :
        new String[] {
          "'stream': ['public'], 'payload': " + text,
          "'payload': " + STATUS.json(),
          "'data': " + text,
          "'data': " + STATUS.json()
        }) {
      assertThat(event("'event': '" + event + "', " + payload).post()).isEqualTo(expected());
    }
  }

  private static Post expected() {
    return Post.of("mastodon", "116182430515200042", WHEN)
        .text("Checkout is down")
        .lang("en")
        .author(new Author("31", "ann@town.example", null, 12L, false))
        .url("https://town.example/@ann/9")
        .build();
  }

  @Test
  void aDeletionMatchesTheStatusOfItsServer() throws UnreadableRecord {
    Post deletion = event("'event': 'delete', 'payload': '116182430515200042'").post();

    assertThat(deletion.deleted()).isTrue();
    assertThat(deletion.id()).isEqualTo(STATUS.post().id());
    assertThat(deletion.source()).isEqualTo(STATUS.post().source());
    assertThat(deletion.createdAt()).isEqualTo((116182430515200042L >> 16) + 1000);
    assertThat(event("'event': 'delete', 'payload': 116182430515200042").post())
        .isEqualTo(deletion);
  }

  @Test
  void aDeletionOfAServerWithOtherIdsHasNoTime() throws UnreadableRecord {
    assertThat(event("'event': 'delete', 'payload': 'AbCdE9'").post())
        .isEqualTo(Post.of("mastodon", "AbCdE9", Post.NO_TIME).deleted(true).build());
    assertThat(event("'event': 'delete', 'payload': '9223372036854775807'").post().createdAt())
        .isEqualTo(Post.NO_TIME);
    assertThat(event("'event': 'delete'").refusal())
        .hasMessage("payload is missing: the id of the status");
  }

  @ParameterizedTest
  @CsvSource({"public,false", "unlisted,false", "private,true", "direct,true", "limited,true"})
  void whatIsNotForEverybodyIsWithheld(String visibility, boolean withheld)
      throws UnreadableRecord {
    assertThat(STATUS.with("'public'", "'" + visibility + "'").post().withheld())
        .isEqualTo(withheld);
  }

  @Test
  void aBoostRepeatsTheStatusInIt() throws UnreadableRecord {
    Payload boost =
        STATUS.with("'reblog': null", "'reblog': {'id': '5', 'uri': 'https://far.example/5'}");

    assertThat(boost.post().repostOf()).isEqualTo("https://far.example/5");
    assertThat(boost.with("'uri': 'https://far.example/5'", "'x': 1").post().repostOf())
        .isEqualTo("5");
  }

  @Test
  void aContentWarningBelongsToTheText() throws UnreadableRecord {
    assertThat(STATUS.with("'spoiler_text': ''", "'spoiler_text': 'Rant & more'").post().text())
        .isEqualTo("Rant & more\n\nCheckout is down");
    assertThat(
            STATUS
                .with("'spoiler_text': ''", "'spoiler_text': 'Rant'")
                .with("<p>Checkout is down</p>", "")
                .post()
                .text())
        .isEqualTo("Rant");
  }

  @Test
  void repliesBotsAndStatusesWithoutLanguage() throws UnreadableRecord {
    assertThat(STATUS.with("'in_reply_to_id': null", "'in_reply_to_id': '7'").post().inReplyTo())
        .isEqualTo("7");
    assertThat(STATUS.with("'bot': false", "'bot': true").post().author().automated()).isTrue();
    assertThat(STATUS.with("'language': 'en'", "'language': null").post().lang()).isNull();
    assertThat(STATUS.with("'account': {", "'x': {").post().author()).isEqualTo(Author.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'event': 'notification', 'payload': '{}'",
        "'event': 'filters_changed'",
        "'event': 'conversation', 'payload': 'no json'",
        "'event': 'announcement.delete', 'payload': '3'",
      })
  void otherEventsAreOnlySignsOfLife(String content) throws UnreadableRecord {
    assertThat(event(content).post()).isEqualTo(Post.noticeOf("mastodon", Post.NO_TIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'id': '116182430515200042', 'uri' | 'uri_' | missing-field | id is missing",
        "'content' | 'x' | missing-field | content is missing",
        "'<p>Checkout is down</p>' | {} | wrong-type | content has the wrong type",
        "'created_at' | 'x' | missing-field | created_at is missing",
        "2026-03-06T | soon | bad-time | created_at is not an RFC 3339 time: soon13:20:00.000Z",
      })
  void whatAPostCannotDoWithoutIsAskedFor(String piece, String other, String reason, String why) {
    assertThat(STATUS.with(piece, other).refusal()).hasMessage(why);
    assertThat(STATUS.with(piece, other).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void aPayloadThatIsNoStatusIsRefused() {
    assertThat(event("'event': 'update', 'payload': 'no json'").refusal().reason())
        .isEqualTo("unreadable");
    assertThat(event("'event': 'update', 'payload': '[]'").refusal().reason())
        .isEqualTo("unreadable");
    assertThat(event("'event': 'update'").refusal()).hasMessage("payload.id is missing");
    assertThat(event("'payload': '{}'").refusal()).hasMessage("event is missing");
  }

  @Test
  void aStatusWithoutLocalIdIsKnownByItsUri() throws UnreadableRecord {
    assertThat(STATUS.with("'id': '116182430515200042', ", "").post().id())
        .isEqualTo("https://town.example/users/ann/statuses/9");
  }

  private static Payload event(String content) {
    return new Payload(Format.MASTODON, "{" + content + "}");
  }

  private static String asText(Payload payload) throws JsonProcessingException {
    return new ObjectMapper()
        .writeValueAsString(payload.json().replace('\'', '"'))
        .replace("'", "");
  }
}

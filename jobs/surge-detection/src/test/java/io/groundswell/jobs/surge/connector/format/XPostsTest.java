package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XPostsTest {
  private static final long WHEN = Instant.parse("2026-03-06T13:20:00Z").toEpochMilli();
  static final Payload POST =
      new Payload(
          Format.X,
          """
          {'data': {'id': '2029916320000000002', 'text': 'Checkout &amp; cart are down &lt;again&gt;',
            'created_at': '2026-03-06T13:20:00.000Z', 'author_id': '77', 'lang': 'en',
            'edit_history_tweet_ids': ['2029916320000000002'],
            'public_metrics': {'like_count': 0},
            'geo': {'place_id': 'p9'}},
           'includes': {'users': [{'id': '5', 'username': 'other', 'location': 'Oslo'},
              {'id': '77', 'username': 'ann_b', 'location': 'Turin, Italy', 'protected': false,
               'verified_type': 'none', 'public_metrics': {'followers_count': 12}}],
             'places': [{'id': 'p9', 'country_code': 'IT', 'full_name': 'Turin, Piedmont',
               'place_type': 'city', 'geo': {'type': 'Feature', 'bbox': [7.5, 45.0, 7.7, 45.2]}}]},
           'matching_rules': [{'id': '1', 'tag': 'shop'}]}
          """);

  @Test
  void readsAPostWithItsAuthorAndPlace() throws UnreadableRecord {
    Post post = POST.post();

    assertThat(post)
        .isEqualTo(
            Post.of("x", "2029916320000000002", WHEN)
                .text("Checkout & cart are down <again>")
                .lang("en")
                .author(new Author("77", "ann_b", "Turin, Italy", 12L, false))
                .geo(new Geo("IT", null, post.geo().lat(), post.geo().lon(), "Turin, Piedmont"))
                .url("https://x.com/ann_b/status/2029916320000000002")
                .build());
    assertThat(post.geo().lat()).isEqualTo(45.1);
    assertThat(post.geo().lon()).isEqualTo(7.6);
  }

  @Test
  void theWholeOfALongPostIsRead() throws UnreadableRecord {
    Payload cut = POST.with("'lang'", "'note_tweet': {'text': 'All of it &amp;amp; more'}, 'lang'");

    assertThat(cut.post().text()).isEqualTo("All of it &amp; more");
  }

  @Test
  void anEditKeepsTheIdentityOfTheFirstVersion() throws UnreadableRecord {
    Post edited = POST.with("['2029", "['2029000000000000001', '2029").post();

    assertThat(edited.id()).isEqualTo("2029000000000000001");
    assertThat(edited.url()).endsWith("/2029916320000000002");
  }

  @Test
  void aPointThatTheAuthorSharedIsMoreExactThanThePlace() throws UnreadableRecord {
    Geo geo =
        POST.with("'place_id'", "'coordinates': {'coordinates': [7.68, 45.07]}, 'place_id'")
            .post()
            .geo();

    assertThat(geo).isEqualTo(new Geo("IT", null, 45.07, 7.68, "Turin, Piedmont"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'place_type': 'country', 'geo': {'bbox': [7.5, 45.0, 7.7, 45.2]}",
        "'geo': {'bbox': [7.5, 45.0, 7.7]}",
        "'geo': {'bbox': [7.5, 145.0, 7.7, 99]}",
        "'geo': {'bbox': ['a', 'b', 'c', 'd']}",
        "'geo': {'bbox': {}}",
        "'geo': 'Turin'"
      })
  void whereThereIsNoMiddleThePlaceStillHasItsCountry(String place) throws UnreadableRecord {
    String whole =
        "'place_type': 'city', 'geo': {'type': 'Feature', 'bbox': [7.5, 45.0, 7.7, 45.2]}";
    Geo geo =
        new Payload(Format.X, POST.json().replaceAll("\\s+", " ")).with(whole, place).post().geo();

    assertThat(geo).isEqualTo(new Geo("IT", null, null, null, "Turin, Piedmont"));
  }

  @Test
  void aPlaceMayLieAcrossTheDateLine() throws UnreadableRecord {
    assertThat(POST.with("[7.5, 45.0, 7.7, 45.2]", "[178, -20, -176, -16]").post().geo())
        .extracting(Geo::lat, Geo::lon)
        .containsExactly(-18.0, -179.0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"und", "qme", "qht", "zxx", ""})
  void noLanguageIsNone(String lang) throws UnreadableRecord {
    assertThat(POST.with("'en'", "'" + lang + "'").post().lang()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"retweeted,9,", "replied_to,,9", "quoted,,"})
  void aRepostRepeatsAReplyAnswersAndAQuoteIsAPostOfItsOwn(
      String type, String repostOf, String inReplyTo) throws UnreadableRecord {
    Post post =
        POST.with(
                "'lang'",
                "'referenced_tweets': [{'type': '%s', 'id': '9'}], 'lang'".formatted(type))
            .post();

    assertThat(post.repostOf()).isEqualTo(repostOf);
    assertThat(post.inReplyTo()).isEqualTo(inReplyTo);
  }

  @Test
  void whatIsWithheldOrOfAProtectedAuthorIsSaidToBe() throws UnreadableRecord {
    Payload withheld =
        POST.with("'lang'", "'withheld': {'copyright': false, 'country_codes': ['DE']}, 'lang'");
    Payload ofAuthor = POST.with("'verified_type'", "'withheld': {'scope': 'user'}, 'x'");

    assertThat(withheld.post().withheld()).isTrue();
    assertThat(ofAuthor.post().withheld()).isTrue();
    assertThat(POST.with("'protected': false", "'protected': true").post().withheld()).isTrue();
    assertThat(POST.with("'id': '5'", "'protected': true, 'id': '5'").post().withheld()).isFalse();
  }

  /** Seen on the real stream: an empty list in the place of a user who is gone. */
  @ParameterizedTest
  @ValueSource(strings = {"'users': [[]]", "'users': []", "'users': {}", "'users': null", "'x': 1"})
  void anAuthorWhoIsNotAmongTheUsersHasAnIdOnly(String users) throws UnreadableRecord {
    Payload bare =
        new Payload(
            Format.X, POST.json().replaceAll("(?s)'users'.*'places'", users + ", 'places'"));

    assertThat(bare.post().author()).isEqualTo(Author.of("77", null));
    assertThat(bare.post().url()).isEqualTo("https://x.com/i/status/2029916320000000002");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'data': {'delete': {'tweet': {'id': '8', 'author_id': '7'}, 'event_at': 'T'}}}",
        "{'delete': {'tweet': {'id': '8'}, 'event_at': 'T'}}",
        "{'data': {'tweet_delete': {'tweets': [{'id': '8'}], 'event_at': 'T'}}}",
        "{'delete': {'status': {'id': 8, 'id_str': '8', 'user_id': 3}, 'timestamp_ms': 'M'}}",
      })
  void aDeletionNamesThePostThatIsWithdrawn(String json) throws UnreadableRecord {
    String timed = json.replace("'T'", "'2026-03-06T13:20:00Z'").replace("'M'", "'" + WHEN + "'");

    assertThat(new Payload(Format.X, timed).post())
        .isEqualTo(Post.of("x", "8", WHEN).deleted(true).build());
  }

  @Test
  void aDeletionWithoutTimeComesASecondAfterThePost() throws UnreadableRecord {
    Payload delete = new Payload(Format.X, "{'delete': {'status': {'id': 1440716895355764743}}}");

    assertThat(Instant.ofEpochMilli(delete.post().createdAt()))
        .isEqualTo(Instant.parse("2021-09-22T16:37:30.735Z"));
    assertThat(delete.with("1440716895355764743", "12").post().createdAt()).isGreaterThan(0);
    assertThat(delete.with("1440716895355764743", "'abc'").post().createdAt())
        .isEqualTo(Post.NO_TIME);
  }

  @ParameterizedTest
  @ValueSource(strings = {"drop", "withheld"})
  void whatThePlatformHidesAfterwardsIsWithheld(String event) throws UnreadableRecord {
    String json = "{'data': {'%s': {'tweet': {'id': '8'}, 'event_at': '2026-03-06T13:20:00Z'}}}";

    assertThat(new Payload(Format.X, json.formatted(event)).post())
        .isEqualTo(Post.of("x", "8", WHEN).withheld(true).build());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n",
        "{'errors': [{'title': 'operational-disconnect', 'detail': 'going down'}]}",
        "{'title': 'ConnectionException', 'connection_issue': 'TooManyConnections'}",
        "{'disconnect': {'code': 4}}",
        "{'data': {'tweet_edit': {'tweet': {'id': '2'}, 'initial_tweet_id': '1'}}}",
        "{'data': {'user_protect': {'user': {'id': '7'}}}}",
      })
  void keepAlivesAndNoticesAreNoPosts(String json) throws UnreadableRecord {
    assertThat(new Payload(Format.X, json).post()).isEqualTo(Post.noticeOf("x", Post.NO_TIME));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'id': '2029916320000000002' | 'x': 1 | missing-field | data.id is missing",
        "'id': '2029916320000000002' | 'id': [] | wrong-type | data.id has the wrong type",
        "'text' | 'x' | missing-field | data.text is missing",
        "'created_at' | 'x' | missing-field | data.created_at is missing",
        "2026-03-06T | soon | bad-time | created_at is not an RFC 3339 time: soon13:20:00.000Z",
        "'data' | 'date' | missing-field | data is missing",
      })
  void whatAPostCannotDoWithoutIsAskedFor(String piece, String other, String reason, String why) {
    assertThat(POST.with(piece, other).refusal()).hasMessage(why);
    assertThat(POST.with(piece, other).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void whatIsNoJsonObjectIsRefused() {
    assertThat(new Payload(Format.X, "[]").refusal().reason()).isEqualTo("unreadable");
    assertThat(new Payload(Format.X, "{'data'").refusal().reason()).isEqualTo("unreadable");
    assertThat(new Payload(Format.X, "{} {}").refusal().reason()).isEqualTo("unreadable");
    assertThat(new Payload(Format.X, "{'data':" + "[".repeat(40)).refusal().reason())
        .isEqualTo("too-deep");
  }
}

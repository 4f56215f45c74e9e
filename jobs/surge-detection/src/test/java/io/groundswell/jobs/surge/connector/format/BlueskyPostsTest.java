package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlueskyPostsTest {
  private static final Instant ARRIVED = Instant.parse("2026-03-06T13:20:00.123Z");
  private static final String ID = "at://did:plc:ann/app.bsky.feed.post/3kabc";
  static final Payload POST =
      new Payload(
          Format.BLUESKY,
          """
          {'did': 'did:plc:ann', 'time_us': 1772803200123456, 'kind': 'commit',
           'commit': {'rev': 'r', 'operation': 'create', 'collection': 'app.bsky.feed.post',
             'rkey': '3kabc', 'cid': 'c',
             'record': {'$type': 'app.bsky.feed.post', 'createdAt': '2026-03-06T13:19:58.000Z',
               'langs': ['it', 'en'], 'text': 'Checkout is down',
               'embed': {'$type': 'app.bsky.embed.record', 'record': {'uri': 'at://x/y/z'}}}}}
          """);

  @Test
  void readsAPost() throws UnreadableRecord {
    assertThat(POST.post())
        .isEqualTo(
            Post.of("bluesky", ID, ARRIVED.toEpochMilli() - 2123)
                .text("Checkout is down")
                .lang("it")
                .author(Author.of("did:plc:ann", null))
                .url("https://bsky.app/profile/did:plc:ann/post/3kabc")
                .build());
  }

  @Test
  void anUpdateIsTheSamePost() throws UnreadableRecord {
    assertThat(POST.with("'create'", "'update'").post().id()).isEqualTo(ID);
  }

  @Test
  void aReplyAnswersItsParentAndAQuoteRepeatsNobody() throws UnreadableRecord {
    Post reply =
        POST.with(
                "'langs'",
                "'reply': {'root': {'uri': 'at://r'}, 'parent': {'uri': 'at://p'}}, 'langs'")
            .post();

    assertThat(reply.inReplyTo()).isEqualTo("at://p");
    assertThat(reply.repostOf()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-06T13:20:00.123Z, 2026-03-06T13:20:00.123Z",
    "2026-03-06T13:20:00.124Z, 2026-03-06T13:20:00.123Z",
    "2999-01-01T00:00:00Z, 2026-03-06T13:20:00.123Z",
    "2026-03-05T13:20:00.123Z, 2026-03-05T13:20:00.123Z",
    "2026-03-05T13:20:00.122Z, 2026-03-06T13:20:00.123Z",
    "1885-01-01T00:00:00Z, 2026-03-06T13:20:00.123Z",
    "2026-03-06T15:19:00+02:00, 2026-03-06T13:19:00Z",
    "yesterday, 2026-03-06T13:20:00.123Z",
    "'', 2026-03-06T13:20:00.123Z",
  })
  void aClientsClaimIsBelievedWithinADayBeforeTheRelaysTime(String claim, Instant believed)
      throws UnreadableRecord {
    assertThat(POST.with("2026-03-06T13:19:58.000Z", claim).post().createdAt())
        .isEqualTo(believed.toEpochMilli());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"'langs': []", "'langs': null", "'x': 1", "'langs': [null]", "'langs': 5"})
  void aPostMaySayNoLanguage(String langs) throws UnreadableRecord {
    String lang = POST.with("'langs': ['it', 'en']", langs).post().lang();

    assertThat(lang).isIn(null, "5").isNotEqualTo("it");
  }

  @Test
  void aDeletionWithdrawsThePost() throws UnreadableRecord {
    Payload deletion =
        new Payload(
            Format.BLUESKY,
            "{'did': 'did:plc:ann', 'time_us': 1772803200123456, 'kind': 'commit', 'commit':"
                + " {'operation': 'delete', 'collection': 'app.bsky.feed.post', 'rkey': '3kabc'}}");

    assertThat(deletion.post())
        .isEqualTo(Post.of("bluesky", ID, ARRIVED.toEpochMilli()).deleted(true).build());
  }

  @Test
  void aRepostNamesWhatItRepeats() throws UnreadableRecord {
    Payload repost =
        POST.with("'collection': 'app.bsky.feed.post'", "'collection': 'app.bsky.feed.repost'")
            .with("'langs'", "'subject': {'uri': 'at://theirs', 'cid': 'c'}, 'langs'");

    assertThat(repost.post().repostOf()).isEqualTo("at://theirs");
    assertThat(repost.post().text()).isEmpty();
    assertThat(repost.with("'subject'", "'x'").refusal())
        .hasMessage("commit.record.subject.uri is missing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app.bsky.feed.like",
        "app.bsky.graph.follow",
        "app.bsky.actor.profile",
        "fm.other.app"
      })
  void everythingElseIsOnlyASignOfLife(String collection) throws UnreadableRecord {
    Post notice = Post.noticeOf("bluesky", ARRIVED.toEpochMilli());

    assertThat(
            POST.with("'collection': 'app.bsky.feed.post'", "'collection': '" + collection + "'")
                .post())
        .isEqualTo(notice);
    assertThat(POST.with("'kind': 'commit'", "'kind': 'identity'").post()).isEqualTo(notice);
    assertThat(POST.with("'kind': 'commit'", "'kind': 'account'").post()).isEqualTo(notice);
    assertThat(
            POST.with("'collection': 'app.bsky.feed.post'", "'collection': 'app.bsky.feed.repost'")
                .with("'create'", "'delete'")
                .post())
        .isEqualTo(notice);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'time_us': 1772803200123456 | 'x': 1 | missing-field | time_us is missing",
        "1772803200123456 | 'now' | bad-time | time_us is no time in microseconds: now",
        "1772803200123456 | 1e99 | bad-time | time_us is no time in microseconds: 1e99",
        "'kind' | 'x' | missing-field | kind is missing",
        "'commit': { | 'x': { | missing-field | commit.collection is missing",
        "'did' | 'x' | missing-field | did is missing",
        "'rkey' | 'x' | missing-field | commit.rkey is missing",
        "'text' | 'x' | missing-field | commit.record.text is missing",
        "'Checkout is down' | ['a'] | wrong-type | commit.record.text has the wrong type",
      })
  void whatAPostCannotDoWithoutIsAskedFor(String piece, String other, String reason, String why) {
    assertThat(POST.with(piece, other).refusal()).hasMessage(why);
    assertThat(POST.with(piece, other).refusal().reason()).isEqualTo(reason);
  }

  @Test
  void shortenedLinksAreWholeAgainWhateverStandsBeforeThem() throws UnreadableRecord {
    assertThat(
            faceted(
                "Gr\u00FC\u00DFe \uD83D\uDE00 ",
                "www.shop.example/cart?a=1...",
                link("https://www.shop.example/cart?a=1&b=2")))
        .isEqualTo("Gr\u00FC\u00DFe \uD83D\uDE00 https://www.shop.example/cart?a=1&b=2!");
    assertThat(faceted("see ", "shop.example/c…", link("https://shop.example/cart")))
        .isEqualTo("see https://shop.example/cart!");
    assertThat(faceted("see ", "https://shop.example", link("https://shop.example")))
        .isEqualTo("see https://shop.example!");
    assertThat(faceted("see ", "my notes", link("https://shop.example")))
        .isEqualTo("see my notes https://shop.example!");
  }

  @Test
  void hashtagsAndMentionsHaveTheirSigns() throws UnreadableRecord {
    String tag = "{'$type': 'app.bsky.richtext.facet#tag', 'tag': 'outage'}";
    String mention = "{'$type': 'app.bsky.richtext.facet#mention', 'did': 'did:plc:shop'}";

    assertThat(faceted("an ", "outage", tag)).isEqualTo("an #outage!");
    assertThat(faceted("an ", "#outage", tag)).isEqualTo("an #outage!");
    assertThat(faceted("hey ", "shop.example", mention)).isEqualTo("hey @shop.example!");
    assertThat(faceted("hey ", "@shop.example", mention)).isEqualTo("hey @shop.example!");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'byteStart': 1, 'byteEnd': 4", // within a character
        "'byteStart': 0, 'byteEnd': 99",
        "'byteStart': -1, 'byteEnd': 2",
        "'byteStart': 4, 'byteEnd': 2",
        "'byteStart': 2, 'byteEnd': 2",
        "'byteStart': 'a', 'byteEnd': 99999999999999999999",
        "'byteStart': 1.5, 'byteEnd': []",
        "'x': 1"
      })
  void offsetsThatFitNothingSayNothing(String index) throws UnreadableRecord {
    Payload post =
        POST.with("Checkout is down", "\u00E4b\u20AC")
            .with(
                "'langs'",
                "'facets': [null, 3, {'index': {%s}, 'features': [%s]}], 'langs'"
                    .formatted(index, link("https://shop.example")));

    assertThat(post.post().text()).isEqualTo("\u00E4b\u20AC");
  }

  @Test
  void ofAnnotationsThatOverlapTheFirstCounts() throws UnreadableRecord {
    String facet = "{'index': {'byteStart': %d, 'byteEnd': %d}, 'features': [%s]}";
    String facets =
        facet.formatted(4, 6, link("https://b.example"))
            + ", "
            + facet.formatted(0, 5, link("https://abcdef.example"));

    assertThat(
            POST.with("Checkout is down", "abcde fgh")
                .with("'langs'", "'facets': [" + facets + "], 'langs'")
                .post()
                .text())
        .isEqualTo("https://abcdef.example fgh");
  }

  private static String link(String uri) {
    return "{'$type': 'app.bsky.richtext.facet#link', 'uri': '" + uri + "'}";
  }

  /** The text that is read where a part is annotated. */
  private static String faceted(String before, String part, String feature)
      throws UnreadableRecord {
    int start = before.getBytes(StandardCharsets.UTF_8).length;
    int end = start + part.getBytes(StandardCharsets.UTF_8).length;
    String facets =
        "'facets': [{'index': {'byteStart': %d, 'byteEnd': %d}, 'features': [%s]}], 'langs'"
            .formatted(start, end, feature);
    return POST.with("Checkout is down", before + part + "!").with("'langs'", facets).post().text();
  }
}

package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPostsTest {
  private static final long WHEN = Instant.parse("2019-05-04T01:30:54Z").toEpochMilli();
  private static final String REQUIRED =
      "'id': '7', 'source': 'forum', 'created_at': '2019-05-04T01:30:54Z', 'text': 'Add-ons gone'";

  @Test
  void readsEveryField() throws UnreadableRecord {
    Post post =
        read(
            """
            {'id': '7', 'source': 'forum', 'created_at': '2019-05-04T01:30:54Z',
             'text': 'Add-ons gone', 'lang': 'en',
             'author': {'id': 'ann', 'handle': 'ann_b', 'location': 'Roma, Italia', 'followers': 12,
                        'automated': true},
             'geo': {'country': 'IT', 'region': 'IT-62', 'lat': 41.9, 'lon': 12.5},
             'tags': ['firefox', 'add-ons'], 'repost_of': '5', 'in_reply_to': '6',
             'url': 'https://forum.example/7', 'deleted': false}
            """);

    assertThat(post)
        .isEqualTo(
            Post.of("forum", "7", WHEN)
                .text("Add-ons gone")
                .lang("en")
                .author(new Author("ann", "ann_b", "Roma, Italia", 12L, true))
                .geo(new Geo("IT", "IT-62", 41.9, 12.5, null))
                .tags(List.of("firefox", "add-ons"))
                .relations("5", "6")
                .url("https://forum.example/7")
                .build());
  }

  @Test
  void whatIsNotGivenIsAbsent() throws UnreadableRecord {
    assertThat(read("{" + REQUIRED + "}")).isEqualTo(plain());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'likes': 5",
        "'edited': true",
        "'score': null",
        "'media': {'id': 'x', 'text': {'tags': ['y']}}",
        "'thread': [1, [2, {'id': 'z'}], {}]",
        "'author': {'name': 'Ann', 'badges': [{'id': 3}], 'author': {'id': 'q'}}",
        "'geo': {'lat': 1.5, 'place': {'country': 'FR'}}",
        "'author.id': 'eve', 'geo.country': {'x': 1}",
        "'author': {'id.x': [1]}",
      })
  void skipsFieldsThatItDoesNotKnow(String unknown) throws UnreadableRecord {
    assertThat(read("{" + unknown + "," + REQUIRED + "}")).isEqualTo(plain());
    assertThat(read("{" + REQUIRED + "," + unknown + "}")).isEqualTo(plain());
  }

  @Test
  void nullIsAsGoodAsAbsent() throws UnreadableRecord {
    String nulls =
        "'lang': null, 'author': null, 'geo': {'country': null}, 'tags': null, 'repost_of': null,"
            + " 'in_reply_to': null, 'url': null, 'deleted': null,";

    assertThat(read("{" + nulls + REQUIRED + "}")).isEqualTo(plain());
    assertThat(read("{" + REQUIRED + ", 'tags': [null]}")).isEqualTo(plain());
    assertThat(refused("{" + REQUIRED.replace("'7'", "null") + "}").reason())
        .isEqualTo("missing-field");
  }

  @Test
  void emptyOptionalFieldsAreAbsentAndEmptyTextIsText() throws UnreadableRecord {
    assertThat(read("{" + REQUIRED + ", 'lang': '', 'url': '', 'repost_of': ''}"))
        .isEqualTo(plain());
    assertThat(read("{" + REQUIRED.replace("Add-ons gone", "") + "}").text()).isEmpty();
  }

  @Test
  void numbersAreTakenAsTextWhereTextBelongs() throws UnreadableRecord {
    String large = "9".repeat(1500);
    Post post =
        read("{" + REQUIRED.replace("'7'", large) + ", 'author': {'id': 12}, 'tags': [3.50]}");

    assertThat(post.id()).isEqualTo(large);
    assertThat(post.author().id()).isEqualTo("12");
    assertThat(post.tags()).containsExactly("3.50");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "source", "created_at", "text"})
  void namesTheRequiredFieldThatIsMissing(String field) {
    UnreadableRecord refusal = refused("{" + REQUIRED.replace("'" + field + "'", "'x'") + "}");

    assertThat(refusal.reason()).isEqualTo("missing-field");
    assertThat(refusal).hasMessage(field + " is missing");
  }

  @ParameterizedTest
  @CsvSource({"id,7", "source,forum", "created_at,2019-05-04T01:30:54Z"})
  void namesTheRequiredFieldThatIsEmpty(String field, String value) {
    UnreadableRecord refusal = refused("{" + REQUIRED.replace("'" + value + "'", "''") + "}");

    assertThat(refusal.reason()).isEqualTo("missing-field");
    assertThat(refusal).hasMessage(field + " is empty");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'id': {}",
        "'source': ['forum']",
        "'created_at': {'seconds': 5}",
        "'text': []",
        "'lang': ['en']",
        "'author': ['ann']",
        "'author': 'ann'",
        "'author': {'id': {}}",
        "'geo': []",
        "'geo': {'country': ['IT']}",
        "'geo': {'lat': [1], 'lon': 2}",
        "'tags': {'a': 'b'}",
        "'tags': 'firefox'",
        "'tags': [['a']]",
        "'deleted': {}",
      })
  void refusesAFieldOfTheWrongType(String field) {
    UnreadableRecord refusal = refused("{" + REQUIRED + "," + field + "}");

    assertThat(refusal.reason()).isEqualTo("wrong-type");
    assertThat(refusal).hasMessageStartingWith(field.substring(1, field.indexOf('\'', 1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'geo': {'lat': 'north', 'lon': 2} | wrong-type | geo.lat is not a number: north",
        "'geo': {'lat': 90.5, 'lon': 2} | bad-value | geo.lat is out of range: 90.5",
        "'geo': {'lat': 1, 'lon': -1e9} | bad-value | geo.lon is out of range: -1e9",
        "'geo': {'lat': 'NaN', 'lon': 2} | bad-value | geo.lat is out of range: NaN",
        "'author': {'followers': true} | wrong-type | author.followers is not a number: true",
        "'author': {'followers': -1} | bad-value | author.followers is out of range: -1",
      })
  void refusesNumbersThatAreNone(String field, String reason, String message) {
    UnreadableRecord refusal = refused("{" + REQUIRED + "," + field + "}");

    assertThat(refusal.reason()).isEqualTo(reason);
    assertThat(refusal).hasMessage(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "7",
        "[]",
        "null",
        "{",
        "{'id': '7'",
        "{'id' '7'}",
        "{'id': '7\n'}",
        "{'id':}"
      })
  void refusesWhatIsNoJsonObject(String record) {
    assertThat(refused(record).reason()).isEqualTo("unreadable");
  }

  @Test
  void refusesBytesThatAreNotUtf8() {
    byte[] latin = json("{" + REQUIRED.replace("gone", "caf\u00E9") + "}", true);

    assertThat(refused(latin).reason()).isEqualTo("unreadable");
    assertThat(refused(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 1, 2, 3, 4}).reason())
        .isEqualTo("unreadable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "'x'", "]", "}", ", 1"})
  void refusesTextAfterTheObject(String rest) {
    assertThat(refused("{" + REQUIRED + "}" + rest).reason()).isEqualTo("unreadable");
  }

  @Test
  void nestsUpTo32LevelsAndNoDeeper() throws UnreadableRecord {
    assertThat(read(nested(31))).isEqualTo(plain());
    assertThat(refused(nested(32)).reason()).isEqualTo("too-deep");
    assertThat(refused(nested(100_000)).reason()).isEqualTo("too-deep");
    assertThat(refused("{'x':" + "{'x':".repeat(32) + "1" + "}".repeat(33)).reason())
        .isEqualTo("too-deep");
  }

  /** Jackson's other limits say nothing of depth. */
  @Test
  void longNamesAndNumbersAreNotDeep() throws UnreadableRecord {
    assertThat(read("{'" + "n".repeat(100_000) + "': 1," + REQUIRED + "}")).isEqualTo(plain());
    assertThat(read("{'n': " + "1".repeat(5000) + "," + REQUIRED + "}")).isEqualTo(plain());
  }

  @Test
  void ofAFieldGivenTwiceTheLastCounts() throws UnreadableRecord {
    Post post =
        read(
            "{'id': 'a', 'tags': ['x'], 'author': {'id': 'b', 'location': 'Rome'},"
                + REQUIRED
                + ", 'tags': ['y'], 'author': {'id': 'c'}}");

    assertThat(post.id()).isEqualTo("7");
    assertThat(post.tags()).containsExactly("y");
    assertThat(post.author().id()).isEqualTo("c");
  }

  @Test
  void aWithdrawnPostNeedsNoText() throws UnreadableRecord {
    String withdrawal = "{" + REQUIRED.replace("'text'", "'x'") + ", 'deleted': true}";

    assertThat(read(withdrawal).deleted()).isTrue();
    assertThat(read(withdrawal).text()).isEmpty();
    assertThat(refused(withdrawal.replace("true", "false")).reason()).isEqualTo("missing-field");
    assertThat(refused(withdrawal.replace("'id'", "'x'"))).hasMessage("id is missing");
  }

  @Test
  void theSourceIsLowerCase() throws UnreadableRecord {
    assertThat(read("{" + REQUIRED.replace("forum", "MASTODON") + "}").source())
        .isEqualTo("mastodon");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "1556933454", "2019-05-04", "+999999999-01-01T00:00:00Z"})
  void refusesTimesThatAreNone(String time) {
    UnreadableRecord refusal = refused("{" + REQUIRED.replace("2019-05-04T01:30:54Z", time) + "}");

    assertThat(refusal.reason()).isEqualTo("bad-time");
    assertThat(refusal).hasMessage("created_at is not an RFC 3339 time: " + time);
  }

  @Test
  void aLongRecordMakesNoLongDetail() {
    String time = "\\n\\u0007\\ud83d" + "\u20ac".repeat(100_000);
    UnreadableRecord refusal = refused("{" + REQUIRED.replace("2019-05-04T01:30:54Z", time) + "}");

    assertThat(PostFolder.utf8(refusal.getMessage())).hasSizeBetween(500, 512);
    assertThat(refusal.getMessage()).startsWith("created_at is not an RFC 3339 time:  ?\u20ac");
  }

  private static String nested(int arrays) {
    return "{'x': " + "[".repeat(arrays) + "]".repeat(arrays) + "," + REQUIRED + "}";
  }

  private static Post plain() {
    return Post.of("forum", "7", WHEN).text("Add-ons gone").build();
  }

  private static Post read(String record) throws UnreadableRecord {
    return new JsonPosts().read(json(record, false));
  }

  private static UnreadableRecord refused(String record) {
    return refused(json(record, false));
  }

  private static UnreadableRecord refused(byte[] record) {
    return catchThrowableOfType(UnreadableRecord.class, () -> new JsonPosts().read(record));
  }

  private static byte[] json(String record, boolean latin) {
    return record
        .replace('\'', '"')
        .getBytes(latin ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}

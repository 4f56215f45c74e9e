package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.DeadLetter;
import io.groundswell.domain.post.Post;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whatever comes is a post or a dead letter; nothing stops a reader. */
class HostileRecordsTest {
  private static final String POST =
      "{\"id\":\"7\",\"source\":\"forum\",\"created_at\":\"2019-05-04T01:30:54.25+02:00\","
          + "\"text\":\"Caf\u00E9 \uD83D\uDE00 \\ud83d\\ude00 down\",\"author\":{\"id\":12},"
          + "\"geo\":{\"country\":\"IT\",\"lat\":-4.19e1},\"tags\":[\"a\",null,3],"
          + "\"x\":{\"y\":[true,{}]},\"deleted\":false}";
  private static final List<String> PIECES =
      List.of(
          "null",
          "{",
          "}",
          "[",
          "]",
          "\"",
          ",",
          ":",
          "\\",
          "\\ud83d",
          "1e999999999",
          "-",
          "true",
          "\"tags\":[",
          "\"author\":",
          "\"created_at\":\"+999999999-12-31T23:59:59Z\",",
          "\u0000",
          "\uFEFF",
          "{\"a\":".repeat(40));

  @Property
  void randomBytes(@ForAll @Size(max = 200) byte[] record) {
    assertPostOrDeadLetter(record);
  }

  @Property(tries = 5000)
  void postsWithAFewBytesChanged(@ForAll Random random) {
    byte[] record = PostFolder.utf8(POST);
    for (int i = random.nextInt(4); i >= 0; i--) {
      record[random.nextInt(record.length)] = (byte) random.nextInt(256);
    }
    assertPostOrDeadLetter(record);
    assertPostOrDeadLetter(Arrays.copyOf(record, random.nextInt(record.length)));
  }

  @Property(tries = 5000)
  void postsWithPiecesPutIn(@ForAll Random random) {
    StringBuilder record = new StringBuilder(POST);
    for (int i = random.nextInt(3); i >= 0; i--) {
      record.insert(random.nextInt(record.length()), PIECES.get(random.nextInt(PIECES.size())));
    }
    assertPostOrDeadLetter(PostFolder.utf8(record.toString()));
  }

  private static void assertPostOrDeadLetter(byte[] bytes) {
    RawRecord record = RawRecord.ofFile("posts.ndjson:1", RawRecord.NO_TIME, bytes, false);
    try {
      Post post = new Reading(new JsonPosts(), Long.MAX_VALUE / 2).read(record);
      assertThat(post.id()).isNotEmpty();
      assertThat(post.source()).isNotEmpty();
    } catch (UnreadableRecord why) {
      DeadLetter letter = record.refused(why);
      assertThat(letter.record().getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1024);
      assertThat(new DeadLetterLines().map(letter).text()).doesNotContain("\n");
    }
  }
}

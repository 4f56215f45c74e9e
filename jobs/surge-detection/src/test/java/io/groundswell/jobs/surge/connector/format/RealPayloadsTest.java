package io.groundswell.jobs.surge.connector.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.groundswell.domain.post.Post;
import io.groundswell.jobs.surge.connector.UnreadableRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What networks really delivered, every record of it; the figures were counted by a script. */
@Tag("real-data")
class RealPayloadsTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("groundswell.data", ".")).resolve("data/wire_formats");

  @Test
  void everyRecordOfXIsReadForWhatItIs() throws Exception {
    List<Post> posts = read(Format.X, "x/stream.jsonl");

    assertThat(outcomes(posts)).containsExactly(0, 13, 70, 0, 100);
    assertThat(count(posts, post -> post.author().handle() != null)).isEqualTo(177);
    assertThat(count(posts, post -> post.author().location() != null)).isEqualTo(145);
    assertThat(count(posts, post -> post.author().followers() != null)).isEqualTo(177);
    assertThat(count(posts, post -> post.author().id() != null)).isEqualTo(183);
    assertThat(count(posts, post -> post.geo().lat() != null)).isEqualTo(18);
    assertThat(count(posts, post -> "US".equals(post.geo().country()))).isEqualTo(17);
    assertThat(count(posts, post -> post.inReplyTo() != null)).isEqualTo(47);
    assertThat(count(posts, post -> post.lang() != null)).isEqualTo(180);
    assertThat(posts).noneMatch(post -> post.text().contains("&amp;"));
  }

  @Test
  void everyRecordOfBlueskyIsReadForWhatItIs() throws Exception {
    List<Post> posts = read(Format.BLUESKY, "bluesky/expected_v1.jsonl");

    assertThat(outcomes(posts)).containsExactly(1, 0, 15, 119, 17);
    assertThat(count(posts, post -> post.inReplyTo() != null)).isEqualTo(8);
    assertThat(count(posts, post -> post.lang() != null)).isEqualTo(16);
    assertThat(count(posts, post -> post.text().contains("https://"))).isEqualTo(4);
    assertThat(outcomes(read(Format.BLUESKY, "bluesky/golden_v1.jsonl")))
        .containsExactly(0, 0, 1, 8, 1);
  }

  @Test
  void everyRecordOfRedditIsReadForWhatItIs() throws Exception {
    List<Post> posts = read(Format.REDDIT, "reddit/comments.jsonl");

    assertThat(outcomes(posts)).containsExactly(0, 0, 0, 0, 60);
    assertThat(posts).allMatch(post -> post.author().automated());
    assertThat(posts).allMatch(post -> post.tags().get(0).startsWith("r/"));
    assertThat(posts).allMatch(post -> post.inReplyTo() != null && post.url() != null);
    assertThat(posts).noneMatch(post -> post.text().lines().anyMatch(l -> l.startsWith(">")));
  }

  /** Deletions, withheld, reposts, notices, posts: the first that applies. */
  private static int[] outcomes(List<Post> posts) {
    int[] counts = new int[5];
    for (Post post : posts) {
      int outcome =
          post.deleted()
              ? 0
              : post.withheld() ? 1 : post.repostOf() != null ? 2 : post.notice() ? 3 : 4;
      counts[outcome]++;
    }
    return counts;
  }

  private static long count(List<Post> posts, Predicate<Post> wanted) {
    return posts.stream().filter(wanted).count();
  }

  private static List<Post> read(Format format, String name) throws IOException, UnreadableRecord {
    Path file = FOLDER.resolve(name);
    assumeTrue(Files.exists(file), "skipped: no real data beside the project at " + file);
    List<Post> posts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      posts.add(format.posts().read(line.getBytes(StandardCharsets.UTF_8)));
    }
    return posts;
  }
}

package io.groundswell.jobs.surge.evaluate.brigade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.domain.post.Hash64;
import io.groundswell.domain.voice.Crowd;
import io.groundswell.domain.voice.GistReader;
import io.groundswell.jobs.surge.RealPosts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * People keep their voices: of real posts, hardly any is taken for another's. What is merged was
 * looked at: copies posted from a second account, and a joke that many passed on.
 */
@Tag("real-data")
class GenuineVoicesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String ALWAYS = "2015-01-01T00:00:00Z";
  private static final String NOW = "2026-01-01T00:00:00Z";

  private static final Map<String, List<JsonNode>> READ = new HashMap<>();

  @TempDir static Path folder;

  @Test
  void twoYearsOfAForum() throws Exception {
    assertThat(forum(ALWAYS, NOW)).isLessThan(.0005);
  }

  @Test
  void theCertificateExpiry() throws Exception {
    assertThat(forum("2019-05-04T00:00:00Z", "2019-05-04T06:00:00Z")).isZero();
  }

  @Test
  void winterWeekendsOfAirlines() throws Exception {
    assertThat(airline("usairways", "2015-02-22T02:00:00Z", "2015-02-24T06:00:00Z"))
        .isLessThan(.005);
    assertThat(airline("jetblue", "2015-02-22T14:00:00Z", "2015-02-23T04:00:00Z")).isLessThan(.005);
    assertThat(airline("united", "2015-02-22T00:00:00Z", "2015-02-24T01:00:00Z")).isLessThan(.005);
    assertThat(airline("southwestair", "2015-02-21T15:00:00Z", "2015-02-22T06:00:00Z"))
        .isLessThan(.005);
  }

  @Test
  void aJokeThatManyPassOnLosesAFifthOfItsVoices() throws Exception {
    assertThat(airline("jetblue", "2015-02-23T17:00:00Z", "2015-02-23T22:00:00Z"))
        .isGreaterThan(.2);
  }

  private static double forum(String from, String until) throws Exception {
    return lost("forum", "data/sumo_firefox", "firefox", from, until);
  }

  private static double airline(String product, String from, String until) throws Exception {
    return lost("airline", "data/us_airline", product, from, until);
  }

  /** The share of posts whose author had posted nothing within the hour and got another's voice. */
  private static double lost(String kind, String data, String product, String from, String until)
      throws Exception {
    GistReader reader = new GistReader();
    Crowd crowd = new Crowd();
    int heard = 0;
    int lost = 0;
    for (JsonNode post : posts(kind, data)) {
      Instant at = Instant.parse(post.get("created_at").asText());
      boolean wanted = post.get("tags").get(0).asText().equals(product);
      if (!wanted || at.isBefore(Instant.parse(from)) || !at.isBefore(Instant.parse(until))) {
        continue;
      }
      crowd.forget(at.toEpochMilli());
      long author = Hash64.of(kind, post.get("author").get("id").asText());
      boolean known = authors(crowd).contains(author);
      long voice = crowd.hear(at.toEpochMilli(), author, reader.read(post.get("text").asText()));
      heard++;
      lost += voice != author && !known ? 1 : 0;
    }
    System.out.printf("%s %s from %s: %d of %d posts%n", kind, product, from, lost, heard);
    return lost / (double) heard;
  }

  private static Set<Long> authors(Crowd crowd) {
    Set<Long> authors = new HashSet<>();
    for (int i = 0; i < crowd.size; i++) {
      authors.add(crowd.authors[i]);
    }
    return authors;
  }

  private static List<JsonNode> posts(String kind, String data)
      throws IOException, InterruptedException {
    List<JsonNode> read = READ.get(kind);
    if (read != null) {
      return read;
    }
    Path file = folder.resolve(kind + ".ndjson");
    RealPosts.write(kind, data, file);
    List<JsonNode> posts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      posts.add(JSON.readTree(line));
    }
    READ.put(kind, posts);
    return posts;
  }
}

package io.groundswell.jobs.surge.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.flink.util.FileUtils;

/** How records are spread over files, shuffled and spilled makes no difference. */
class MergedInAnyOrderTest {
  private static final long NOW = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();

  private Path path;

  @BeforeProperty
  void createFolder() throws IOException {
    path = Files.createTempDirectory("posts");
  }

  @AfterProperty
  void removeFolder() throws IOException {
    FileUtils.deleteDirectory(path.toFile());
  }

  @Property(tries = 300)
  void theOrderIsTheSame(
      @ForAll Random random,
      @ForAll @IntRange(max = 60) int count,
      @ForAll @IntRange(min = 1, max = 5) int files,
      @ForAll @IntRange(min = 1, max = 5000) int runBytes) {
    List<String> records = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      records.add(random.nextInt(5) == 0 ? "junk " + random.nextInt(3) : post(random));
    }
    List<String> sorted = merged(List.of(records), MergedRecords.RUN_BYTES);
    Collections.shuffle(records, random);
    List<List<String>> spread = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      spread.add(new ArrayList<>());
    }
    records.forEach(record -> spread.get(random.nextInt(files)).add(record));

    assertThat(merged(spread, runBytes)).isEqualTo(sorted);
    assertThat(sorted).hasSize(count + 1);
  }

  private static String post(Random random) {
    return "{\"id\":\"%d\",\"source\":\"%s\",\"created_at\":\"2019-05-04T01:%02d:30Z\",\"text\":\"%d\"}"
        .formatted(
            random.nextInt(3),
            random.nextBoolean() ? "x" : "forum",
            random.nextInt(4),
            random.nextInt(3));
  }

  private List<String> merged(List<List<String>> spread, int runBytes) {
    PostFolder folder = new PostFolder(path);
    List<String> paths = new ArrayList<>();
    for (List<String> records : spread) {
      paths.add(folder.write("p" + paths.size(), String.join("\n", records)).toString());
    }
    List<String> texts = new ArrayList<>();
    new MergedRecords(
            new InputFiles(new PostFiles(paths, false, Map.of())),
            new Reading(new JsonPosts(), NOW),
            60_000,
            runBytes)
        .forEachRemaining(record -> texts.add(record.time() + " " + PostFolder.text(record)));
    return texts;
  }
}

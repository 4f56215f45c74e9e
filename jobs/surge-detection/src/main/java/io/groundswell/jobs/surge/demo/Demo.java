package io.groundswell.jobs.surge.demo;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.settings.CatalogueFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The main job, live on a broker of its own, and an invented company whose day it watches. */
public final class Demo {
  private static final long COUNTERS_MILLIS = 10_000;

  private final Story story;
  private final long seed;
  private final Pace pace;
  private final Screen screen;

  /**
   * A demo.
   *
   * @param quietDays from which the job learns what is normal, before the day of the story
   * @param seed the same seed, the same posts
   */
  public Demo(int quietDays, long seed, Pace pace, Screen screen) {
    this.story = Story.after(quietDays);
    this.seed = seed;
    this.pace = pace;
    this.screen = screen;
  }

  /**
   * Plays it, and leaves nothing running.
   *
   * @param folder for all that is written meanwhile
   * @param env an embedded Flink
   */
  public void run(Path folder, StreamExecutionEnvironment env) throws Exception {
    long begin = pace.now();
    screen.say(
        "%s is an invented company: %d products, %d regions, all posts simulated."
            .formatted(Company.NAME, Company.PRODUCTS.size(), Company.REGIONS.size()));
    screen.say("Starting Kafka and Flink in this process …");
    try (Stage stage = new Stage()) {
      stage.start(folder.resolve("kafka"), env, catalogue(folder));
      Narrator narrator = new Narrator(story, screen);
      Sent sent = new Performance(story, seed, pace, stage, screen, narrator).play();
      Map<String, Object> counters = counters(stage, sent.posts());
      new Report(story, screen, narrator).print(sent, counters, (pace.now() - begin) / 1_000);
    } finally {
      screen.erase();
    }
  }

  /** The catalogue is a file like anybody's. */
  private static Catalogue catalogue(Path folder) throws IOException {
    Path file = folder.resolve("catalogue.yaml");
    LocalFiles.create(file, Sentences.resource("catalogue.yaml"));
    return CatalogueFile.read(file);
  }

  /** Counters travel once a second. */
  private Map<String, Object> counters(Stage stage, long posts)
      throws ExecutionException, InterruptedException {
    long latest = pace.now() + COUNTERS_MILLIS;
    while (true) {
      Map<String, Object> counters = stage.counters();
      if (Long.valueOf(posts).equals(counters.get(Ledger.READ)) || pace.now() > latest) {
        return counters;
      }
      Thread.sleep(100);
    }
  }
}

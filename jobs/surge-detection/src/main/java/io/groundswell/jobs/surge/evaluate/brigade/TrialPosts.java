package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.triage.Templates;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.connector.LocalFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** The posts of all trials, each about a product of its own, as the main job reads them. */
public final class TrialPosts {
  private final List<Trial> trials;
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<Long, Usual> usual = new TreeMap<>();

  /** The posts of these trials. */
  public TrialPosts(List<Trial> trials) {
    this.trials = trials;
    Random random = new Random(trials.size());
    for (Trial trial : trials) {
      String name = name(random);
      while (names.containsValue(name)) {
        name = name(random);
      }
      names.put(trial.product(), name);
      usual.computeIfAbsent(trial.seed(), seed -> new Usual(seed, Trial.BEGIN));
    }
  }

  /** Longer than any that the templates invent: nobody names a product by accident. */
  private static String name(Random random) {
    return Templates.inventedName(random) + Templates.inventedName(random);
  }

  /** Hears how far it is. */
  @FunctionalInterface
  public interface Progress {
    /** So many of all hours are written. */
    void hours(int done, int all);
  }

  /** The catalogue that knows each product by its name and its tag. */
  public Catalogue catalogue() {
    return Catalogue.of(
        trials.stream().map(Trial::product).map(id -> product(id, name(id))).toList(), List.of());
  }

  private static Product product(String id, String name) {
    return new Product(
        id,
        name,
        List.of(name),
        List.of(),
        List.of(),
        List.of(id),
        List.of(),
        null,
        Importance.NORMAL,
        null,
        List.of(),
        List.of());
  }

  private String name(String product) {
    return names.getOrDefault(product, product);
  }

  /** Writes them, an object a line, hour by hour. */
  public void write(Path file, Progress progress) throws IOException {
    int hours = (int) Duration.between(Trial.BEGIN, Trial.END).toHours();
    try (Writer out = LocalFiles.writer(file.toString())) {
      for (int hour = 0; hour < hours; hour++) {
        Map<Long, List<ScriptedPost>> usualNow = new TreeMap<>();
        usual.forEach((seed, people) -> usualNow.put(seed, people.nextHour()));
        for (Trial trial : trials) {
          write(out, trial, usualNow.getOrDefault(trial.seed(), List.of()));
        }
        progress.hours(hour + 1, hours);
      }
      for (Trial trial : trials) {
        write(out, trial, Usual.crowd(trial));
        write(out, trial, brigade(trial));
      }
    }
  }

  /** The posts of a trial's brigade, in its time. */
  private List<ScriptedPost> brigade(Trial trial) {
    if (trial.kind() == null) {
      return List.of();
    }
    List<ScriptedPost> posts =
        Brigade.posts(
            trial.kind(),
            trial.template(),
            name(trial.product()),
            trial.scripted(),
            trial.from(),
            trial.seed());
    long squeezed = Brigade.LENGTH.dividedBy(trial.length());
    return posts.stream()
        .map(
            post -> {
              long after = Duration.between(trial.from(), post.at()).toMillis() / squeezed;
              return new ScriptedPost(trial.from().plusMillis(after), post.author(), post.text());
            })
        .toList();
  }

  private static void write(Writer out, Trial trial, List<ScriptedPost> posts) throws IOException {
    for (ScriptedPost post : posts) {
      // Nobody posts about two products: trials have nothing to do with each other.
      String author = trial.product() + "-" + post.author();
      out.write(
          Json.object(
              json -> {
                json.writeStringField("id", author);
                json.writeStringField("source", "forum");
                json.writeStringField("created_at", post.at().toString());
                json.writeStringField("text", post.text());
                json.writeObjectFieldStart("author");
                json.writeStringField("id", author);
                json.writeEndObject();
                json.writeArrayFieldStart("tags");
                json.writeString(trial.product());
                json.writeEndArray();
              }));
      out.write('\n');
    }
  }
}

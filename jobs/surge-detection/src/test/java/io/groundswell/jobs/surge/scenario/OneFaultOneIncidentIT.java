package io.groundswell.jobs.surge.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Importance;
import io.groundswell.domain.catalogue.Product;
import io.groundswell.domain.policy.Policy;
import io.groundswell.jobs.surge.Detection;
import io.groundswell.jobs.surge.Runs;
import io.groundswell.jobs.surge.connector.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.configuration.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twenty faults, each in another product and in 15 wordings of five languages that come mixed
 * within half an hour, among four usual complaints an hour.
 */
class OneFaultOneIncidentIT {
  private static final String FAULTS = "/io/groundswell/jobs/surge/evaluate/faults/faults.txt";
  private static final String USUAL = "/io/groundswell/jobs/surge/scenarios/usual.txt";
  private static final String NOTHING = "-";
  private static final double PER_HOUR = 4;
  private static final Duration APART = Duration.ofMinutes(70);

  @TempDir Path folder;

  private final Random random = new Random(7);

  @Test
  void atLeastNineInTenFaultsAreOneIncident() throws Exception {
    Map<String, List<String>> sayings = sayings();
    List<String> anything = sayings.remove(NOTHING);
    List<String> faults = List.copyOf(sayings.keySet());
    List<String> records = usual(faults, sayings, Objects.requireNonNull(anything));
    Instant begin = Instant.parse(WrittenStory.DAY + "T00:30:00Z");
    for (int i = 0; i < faults.size(); i++) {
      Instant breaks = begin.plus(APART.multipliedBy(i));
      records.addAll(burst(product(i), sayings.get(faults.get(i)), breaks));
    }

    ToldIncidents told = told(records, faults.size());

    int one = 0;
    int grouped = 0;
    List<String> others = new ArrayList<>();
    for (int i = 0; i < faults.size(); i++) {
      long incidents = told.count(product(i));
      one += incidents == 1 ? 1 : 0;
      if (incidents != 1) {
        others.add("%s: %d".formatted(faults.get(i), incidents));
      } else {
        JsonNode over = told.updates(product(i) + " at the end").get(0);
        grouped += over.path("faults").size() == 1 ? 1 : 0;
      }
    }
    System.out.printf(
        "%d of %d faults are one incident, %d of these name one fault when it is over; %s%n",
        one, faults.size(), grouped, others);
    assertThat(one).as("%s", others).isGreaterThanOrEqualTo(faults.size() * 9 / 10);
  }

  /** By fault: what people say of it. */
  private static Map<String, List<String>> sayings() throws IOException {
    Map<String, List<String>> sayings = new TreeMap<>();
    try (InputStream in = OneFaultOneIncidentIT.class.getResourceAsStream(FAULTS)) {
      String all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      all.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 3))
          .forEach(
              cells -> sayings.computeIfAbsent(cells[0], key -> new ArrayList<>()).add(cells[2]));
    }
    return sayings;
  }

  /** Products hear complaints about nothing in particular, and about the faults of others. */
  private static List<String> usual(
      List<String> faults, Map<String, List<String>> sayings, List<String> anything)
      throws IOException {
    Map<String, Double> rates = new TreeMap<>();
    Map<String, List<String>> beginnings = new TreeMap<>();
    for (int i = 0; i < faults.size(); i++) {
      List<String> of = new ArrayList<>(anything);
      for (int other = 1; other < faults.size(); other++) {
        of.addAll(sayings.get(faults.get((i + other) % faults.size())).subList(0, 2));
      }
      rates.put(product(i), PER_HOUR);
      beginnings.put(product(i), of);
    }
    Path usual = Path.of(OneFaultOneIncidentIT.class.getResource(USUAL).getPath());
    return UsualPosts.of(usual, rates, beginnings);
  }

  private List<String> burst(String product, List<String> sayings, Instant breaks) {
    List<String> mixed = new ArrayList<>(sayings);
    Collections.shuffle(mixed, random);
    List<String> records = new ArrayList<>();
    for (int i = 0; i < mixed.size(); i++) {
      String id = product + i;
      String text = "@" + product + " " + mixed.get(i);
      Instant at = breaks.plusSeconds(i * 120L + random.nextInt(60));
      records.add(
          Json.object(
              json -> {
                json.writeStringField("id", id);
                json.writeStringField("source", "x");
                json.writeStringField("created_at", at.toString());
                json.writeStringField("text", text);
              }));
    }
    return records;
  }

  private ToldIncidents told(List<String> records, int products) throws Exception {
    List<Product> all = new ArrayList<>();
    for (int i = 0; i < products; i++) {
      all.add(
          new Product(
              product(i),
              product(i),
              List.of(),
              List.of("@" + product(i)),
              List.of(),
              List.of(),
              List.of(),
              null,
              Importance.NORMAL,
              null,
              List.of(),
              List.of()));
    }
    String posts = Files.write(folder.resolve("posts.ndjson"), records).toString();
    Runs run =
        Runs.detect(
            List.of(posts),
            folder.resolve("out"),
            2,
            new Configuration(),
            Policy.defaults(),
            Catalogue.of(all, List.of()));
    return new ToldIncidents(run.lines(Detection.INCIDENTS));
  }

  private static String product(int number) {
    return "gizmo" + (char) ('a' + number);
  }
}

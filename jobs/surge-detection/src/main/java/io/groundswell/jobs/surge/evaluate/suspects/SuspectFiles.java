package io.groundswell.jobs.surge.evaluate.suspects;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.domain.change.Suspects;
import io.groundswell.jobs.surge.connector.CsvCells;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.html.Page;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what came of all histories into a folder. */
public final class SuspectFiles {
  /** Name of the page. */
  public static final String REPORT = "report.html";

  private static final String FAULTS = "faults.csv";
  private static final String JSON = "suspects.json";

  /** Names of all files. */
  public static final List<String> ALL = List.of(REPORT, FAULTS, JSON);

  private static final String HEADER =
      "pace,product,component,country,from,per_minute,cause,told_after_minutes,"
          + "told_after_minutes_without,suspected,possible";

  private static final String[] DEFINITIONS = {
    "A history is some weeks of products with two invented complaints an hour each, changes at"
        + " random, and from the second week on a fault every six hours. Changes come at the rates, at"
        + " the hours and in clusters in which one company's status page tells of incidents of its ten"
        + " components, or twenty times as often.",
    "Every second fault has a change for a cause, made some minutes before the first complaint (median"
        + " 6, log-normal); the job does not know that distribution. A change may be of a component and"
        + " of one country, and so may a fault.",
    "Suspected: named among the suspects when the incident opened. An incident is a fault's if it is"
        + " about its product and was detected within two hours."
  };

  private SuspectFiles() {}

  /** Writes them all. */
  public static void write(Path folder, SuspectResult result) throws IOException {
    List<String> faults = new ArrayList<>(List.of(HEADER));
    result.outcomes().forEach(outcome -> faults.add(line(outcome)));
    write(folder.resolve(FAULTS), faults);
    write(folder.resolve(JSON), List.of(json(result)));
    write(folder.resolve(REPORT), List.of(html(result)));
  }

  private static void write(Path file, List<String> lines) throws IOException {
    try (Writer out = LocalFiles.writer(file.toString())) {
      for (String line : lines) {
        out.write(line + "\n");
      }
    }
  }

  private static String line(SuspectOutcome outcome) {
    Fault fault = outcome.fault();
    return Stream.of(
            outcome.pace().label(),
            fault.product(),
            text(fault.component()),
            text(fault.country()),
            fault.from().toString(),
            String.valueOf(Math.round(100 * fault.perMinute()) / 100.0),
            text(fault.cause()),
            minutes(outcome.told()),
            minutes(outcome.toldWithout()),
            String.join(" ", outcome.suspected()),
            String.join(" ", outcome.possible()))
        .map(CsvCells::quoted)
        .collect(Collectors.joining(","));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  private static String minutes(OptionalLong minutes) {
    return minutes.isPresent() ? String.valueOf(minutes.getAsLong()) : "";
  }

  private static String json(SuspectResult result) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode root = mapper.createObjectNode();
    result.seeds().forEach(root.putArray("seeds")::add);
    root.put("days", result.size().days());
    root.put("products", result.size().products());
    root.put("stated_blamed", 1.0 / Suspects.NAMED);
    for (SuspectRow row : result.rows()) {
      ObjectNode node = root.withArray("paces").addObject();
      node.put("pace", row.pace().label());
      node.put("caused", row.caused());
      node.put("first", row.first());
      node.put("first_or_possible", row.firstOfAll());
      node.put("uncaused", row.uncaused());
      node.put("blamed", row.blamed());
      node.put("untold", row.untold());
      node.put("weeks", row.weeks());
      node.put("unexplained", row.unexplained());
      node.put("unexplained_without", row.unexplainedWithout());
    }
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static String html(SuspectResult result) {
    Page page = new Page("Groundswell's suspects on generated histories");
    for (SuspectRow row : result.rows()) {
      page.heading("Products are changed " + row.pace().label());
      SuspectText.sentences(row).forEach(page::text);
    }
    page.heading("How it is measured");
    List.of(DEFINITIONS).forEach(page::note);
    return page.html();
  }
}

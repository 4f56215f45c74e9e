package io.groundswell.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What this folder says: metrics, rules, dashboard; and the runbook beside it. */
final class Documents {
  static final String OWN = "flink_taskmanager_job_task_operator_groundswell_";
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z_]+)` \\|");
  private static final Pattern NAME = Pattern.compile("flink_[A-Za-z_]+");

  private Documents() {}

  /** Rules for Prometheus, as their file has them. */
  static String rules() throws IOException {
    return Files.readString(HERE.resolve("alerts.yaml"));
  }

  /** One rule after the other. */
  static List<JsonNode> alerts() throws IOException {
    List<JsonNode> alerts = new ArrayList<>();
    new YAMLMapper().readTree(rules()).at("/groups/0/rules").forEach(alerts::add);
    return alerts;
  }

  /** What the dashboard asks Prometheus. */
  static List<String> queries() throws IOException {
    JsonNode dashboard =
        new ObjectMapper().readTree(HERE.resolve("dashboards/groundswell.json").toFile());
    List<String> queries = new ArrayList<>();
    for (JsonNode panel : dashboard.get("panels")) {
      panel.get("targets").forEach(target -> queries.add(target.get("expr").asText()));
    }
    return queries;
  }

  /** Whole names of the metrics that are described: all, or Groundswell's own. */
  static Set<String> described(boolean own) throws IOException {
    return ROW.matcher(Files.readString(HERE.resolve("METRICS.md")))
        .results()
        .map(row -> row.group(1))
        .map(name -> name.startsWith("flink_") ? name : OWN + name)
        .filter(name -> !own || name.startsWith(OWN))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Names of metrics in a text. */
  static Set<String> named(String text) {
    return NAME.matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  static String runbook() throws IOException {
    return Files.readString(HERE.resolve("../RUNBOOK.md"));
  }
}

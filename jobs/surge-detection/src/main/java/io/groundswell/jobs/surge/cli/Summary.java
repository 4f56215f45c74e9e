package io.groundswell.jobs.surge.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.groundswell.domain.incident.Status;
import io.groundswell.jobs.surge.incident.WriteIncidents;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.triage.CountUnknown;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;

/**
 * What became of every record, and what the catalogue lacks.
 *
 * @param content the fields of {@code summary.json}, in order
 */
record Summary(Map<String, Object> content) {
  static final String FILE = "summary.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Summary of(JobExecutionResult result, String catalogue, String policy) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put(Ledger.READ, count(result, Ledger.READ));
    for (Outcome outcome : Outcome.values()) {
      content.put(outcome.label(), count(result, outcome.label()));
    }
    content.put(Ledger.UNMATCHED, count(result, Ledger.UNMATCHED));
    content.put("late", 0L); // Files are read in the order of time: nothing in them is late.
    Map<String, Long> incidents = new LinkedHashMap<>();
    for (Status status : Status.values()) {
      incidents.put(status.label(), count(result, WriteIncidents.counter(status)));
    }
    content.put("incidents", incidents);
    content.put("commonest_unmatched", unknown(result));
    content.put("catalogue_version", catalogue);
    content.put("policy_version", policy);
    return new Summary(content);
  }

  private static long count(JobExecutionResult result, String name) {
    Long count = result.getAccumulatorResult(name);
    return count == null ? 0 : count;
  }

  private static Map<String, List<Map<String, Object>>> unknown(JobExecutionResult result) {
    Map<String, List<Map<String, Object>>> kinds = new TreeMap<>();
    for (String kind : List.of("handles", "hashtags", "phrases")) {
      kinds.put(kind, new ArrayList<>());
    }
    List<String> names = result.getAccumulatorResult(CountUnknown.COMMONEST);
    for (String line : names == null ? List.<String>of() : names) {
      int tab = line.indexOf('\t');
      String name = line.substring(tab + 1);
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("name", name);
      entry.put("posts", Long.valueOf(line.substring(0, tab)));
      kinds.get(CountUnknown.kind(name)).add(entry);
    }
    return kinds;
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), content);
  }

  void print(Path folder, PrintStream out) {
    out.printf("%,12d posts read%n", content.get(Ledger.READ));
    for (Outcome outcome : Outcome.values()) {
      long count = (Long) content.get(outcome.label());
      if (count > 0) {
        out.printf("%,12d %s%n", count, outcome.label().replace('_', ' '));
      }
    }
    Map<?, ?> incidents = (Map<?, ?>) content.get("incidents");
    out.printf(
        "%,12d incidents opened, in %s%n",
        incidents.get("opened"), folder.resolve("incidents.ndjson"));
  }
}

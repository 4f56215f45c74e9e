package io.groundswell.jobs.surge.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.groundswell.domain.incident.Status;
import io.groundswell.jobs.surge.connector.Input;
import io.groundswell.jobs.surge.connector.LocalFiles;
import io.groundswell.jobs.surge.incident.DescribeIncidents;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import io.groundswell.jobs.surge.triage.CountUnknown;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobExecutionResult;
import org.jspecify.annotations.Nullable;

/** What became of every record, and what the catalogue lacks. */
final class Summary {
  static final String FILE = "summary.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Map<String, Long> ledger = new LinkedHashMap<>();
  private final Map<String, Long> contacts = new LinkedHashMap<>();
  private final Map<String, Long> changes = new LinkedHashMap<>();
  private final Map<String, Long> verdicts = new LinkedHashMap<>();
  private final Map<String, Long> mutes = new LinkedHashMap<>();
  private final Map<String, Long> incidents = new LinkedHashMap<>();
  private final Map<String, List<Map<String, Object>>> unmatched;
  private final @Nullable LeadSummary lead;
  private final Map<String, String> versions;

  /**
   * The summary of a finished run.
   *
   * @param lead how its incidents stand to the support queue; null where no contacts were read
   * @param versions content hashes of what decided, by field name
   */
  Summary(JobExecutionResult result, @Nullable LeadSummary lead, Map<String, String> versions) {
    this.lead = lead;
    this.versions = new TreeMap<>(versions);
    ledger.put(Ledger.READ, count(result, Ledger.READ));
    count(result, Input.POSTS, ledger);
    ledger.put(Ledger.UNMATCHED, count(result, Ledger.UNMATCHED));
    ledger.put(Ledger.LATE, count(result, Ledger.LATE));
    count(result, Input.CONTACTS, contacts);
    count(result, Input.CHANGES, changes);
    changes.put(Ledger.UNMATCHED, count(result, Ledger.UNMATCHED_CHANGES));
    count(result, Input.VERDICTS, verdicts);
    count(result, Input.MUTES, mutes);
    for (Status status : Status.values()) {
      incidents.put(status.label(), count(result, DescribeIncidents.counter(status)));
    }
    unmatched = unmatched(result);
  }

  private static void count(JobExecutionResult result, Input input, Map<String, Long> counts) {
    for (Outcome outcome : Ledger.outcomes(input)) {
      counts.put(outcome.label(), count(result, Ledger.counter(input, outcome)));
    }
  }

  static long count(JobExecutionResult result, String name) {
    Long count = result.getAccumulatorResult(name);
    return count == null ? 0 : count;
  }

  private static Map<String, List<Map<String, Object>>> unmatched(JobExecutionResult result) {
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
    Map<String, Object> content = new LinkedHashMap<>(ledger);
    if (any(contacts)) {
      content.put("support_contacts", contacts);
    }
    if (any(changes)) {
      content.put("changes", changes);
    }
    if (any(verdicts)) {
      content.put("verdicts", verdicts);
    }
    if (any(mutes)) {
      content.put("mutes", mutes);
    }
    content.put("incidents", incidents);
    if (lead != null) {
      content.put("lead", lead.json());
    }
    content.put("commonest_unmatched", unmatched);
    content.putAll(versions);
    try (Writer out = LocalFiles.writer(file.toString())) {
      JSON.writeValue(out, content);
    }
  }

  private static boolean any(Map<String, Long> counts) {
    return counts.values().stream().anyMatch(count -> count > 0);
  }

  void print(PrintStream out) {
    print(ledger, out);
    if (any(contacts)) {
      out.println("of support contacts:");
      print(contacts, out);
    }
    if (any(changes)) {
      out.println("of change events:");
      print(changes, out);
    }
    if (any(verdicts)) {
      out.println("of answers to incidents:");
      print(verdicts, out);
    }
    if (any(mutes)) {
      out.println("of mutes:");
      print(mutes, out);
    }
    if (lead != null) {
      lead.lines().forEach(out::println);
    }
  }

  private static void print(Map<String, Long> counts, PrintStream out) {
    counts.forEach(
        (outcome, count) -> {
          if (count > 0) {
            out.printf(Locale.ROOT, "%,12d %s%n", count, outcome.replace('_', ' '));
          }
        });
  }
}

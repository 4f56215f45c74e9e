package io.groundswell.state.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.cli.UsageError;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.state.diff.Differences;
import io.groundswell.state.diff.StateDifference;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What differs between two savepoints. */
@Command(
    name = "diff",
    description =
        "Says what differs between two canonical savepoints, state by state: entries that were"
            + " added, removed or changed, with some of their keys.",
    footer = {
      "",
      "Exit code 0: nothing differs; 1: something does; 2: one could not be read.",
      "",
      "Example:",
      "  groundswell state diff savepoints/savepoint-1 savepoints/savepoint-1-migrated"
    })
final class DiffCommand implements Callable<Integer> {
  private static final int DIFFERENT = 1;

  @Parameters(index = "0", paramLabel = "SAVEPOINT", description = "The first one's folder.")
  private Path first = Path.of("");

  @Parameters(index = "1", paramLabel = "OTHER", description = "The second one's.")
  private Path second = Path.of("");

  @Option(names = "--json", description = "All states, as one JSON object.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    try {
      List<StateDifference> all = Differences.of(Savepoint.open(first), Savepoint.open(second));
      boolean any = all.stream().anyMatch(StateDifference::any);
      System.out.print(json ? json(all) : text(all, any));
      return any ? DIFFERENT : 0;
    } catch (UnfitSavepoint why) {
      throw new UsageError(String.valueOf(why.getMessage()));
    }
  }

  private static String text(List<StateDifference> all, boolean any) {
    StringBuilder text = new StringBuilder();
    if (any) {
      text.append(
          String.format(
              "%-62s %8s %8s %8s %10s  %s%n",
              "state", "added", "removed", "changed", "same", "such as"));
    }
    for (StateDifference one : all) {
      if (one.any()) {
        text.append(
            String.format(
                Locale.ROOT,
                "%-62s %,8d %,8d %,8d %,10d  %s%n",
                one.operator() + "/" + one.state(),
                one.added(),
                one.removed(),
                one.changed(),
                one.same(),
                String.join(", ", one.keys())));
      }
    }
    long same = all.stream().mapToLong(StateDifference::same).sum();
    text.append(String.format(Locale.ROOT, "%,d entries are the same in both%n", same));
    return any ? text.toString() : text.append(String.format("nothing differs%n")).toString();
  }

  private static String json(List<StateDifference> all) {
    return Json.object(
            json -> {
              json.writeArrayFieldStart("states");
              for (StateDifference one : all) {
                write(json, one);
              }
              json.writeEndArray();
            })
        + System.lineSeparator();
  }

  private static void write(JsonGenerator json, StateDifference one) throws IOException {
    json.writeStartObject();
    json.writeStringField("operator", one.operator());
    json.writeStringField("state", one.state());
    json.writeNumberField("same", one.same());
    json.writeNumberField("added", one.added());
    json.writeNumberField("removed", one.removed());
    json.writeNumberField("changed", one.changed());
    json.writeArrayFieldStart("keys");
    for (String key : one.keys()) {
      json.writeString(key);
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}

package io.groundswell.state.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.groundswell.jobs.surge.MadeBy;
import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.state.saved.Origin;
import io.groundswell.state.saved.Savepoint;
import io.groundswell.state.saved.Shapes;
import io.groundswell.state.saved.StateShape;
import io.groundswell.state.saved.UnfitSavepoint;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.runtime.checkpoint.OperatorState;

/** Everything that a savepoint holds, by operator and state. */
record Inventory(Savepoint savepoint, Optional<Origin> origin, List<Row> rows) {
  private static final double KIBI = 1 << 10;
  private static final double MEBI = 1 << 20;

  /** An operator and its states. */
  record Row(OperatorState operator, List<StateShape> states) {}

  static Inventory of(Savepoint savepoint) throws IOException, UnfitSavepoint {
    List<Row> rows = new ArrayList<>();
    for (OperatorState operator : savepoint.operators()) {
      rows.add(new Row(operator, Shapes.of(operator)));
    }
    return new Inventory(savepoint, Origin.find(savepoint), rows);
  }

  /** A table for people. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%s: %d operators, %d states, %,d entries%n",
            savepoint.folder(),
            rows.size(),
            rows.stream().mapToInt(row -> row.states().size()).sum(),
            rows.stream()
                .flatMap(row -> row.states().stream())
                .mapToLong(StateShape::entries)
                .sum()));
    origin.ifPresent(job -> text.append(madeBy(job)));
    for (Row row : rows) {
      OperatorState operator = row.operator();
      text.append(
          String.format(
              Locale.ROOT,
              "%n%s  parallelism %d of at most %d%n",
              Savepoint.uid(operator),
              operator.getParallelism(),
              operator.getMaxParallelism()));
      row.states().stream().filter(Inventory::isTold).map(Inventory::line).forEach(text::append);
    }
    return text.toString();
  }

  private static String madeBy(Origin job) {
    return String.format(
        "version %s of the main job's state, Flink %s, buckets of %s%n",
        job.version(),
        job.said().getOrDefault(MadeBy.FLINK, "unknown"),
        job.said().getOrDefault(MadeBy.BUCKET, "unknown width"));
  }

  /** Most operators have a service of timers, and few use it. */
  private static boolean isTold(StateShape state) {
    return state.kind() != StateShape.Kind.TIMERS || state.entries() > 0;
  }

  private static String line(StateShape state) {
    return String.format(
        Locale.ROOT,
        "  %-42s %,9d keys %,10d entries %9s  %s%n",
        state.name(),
        state.keys(),
        state.entries(),
        size(state.bytes()),
        what(state));
  }

  private static String what(StateShape state) {
    return switch (state.kind()) {
      case TIMERS -> "timers by " + state.key();
      case DEALT -> "list of " + state.type() + ", dealt out to tasks";
      case BROADCAST -> state.type() + ", the same in every task";
      default -> state.type() + " by " + state.key();
    };
  }

  private static String size(long bytes) {
    return bytes < MEBI
        ? String.format(Locale.ROOT, "%.1f KB", bytes / KIBI)
        : String.format(Locale.ROOT, "%.1f MB", bytes / MEBI);
  }

  /** One object on one line. */
  String json() {
    return Json.object(
            json -> {
              json.writeStringField("savepoint", savepoint.folder().toString());
              json.writeNumberField("checkpoint", savepoint.metadata().getCheckpointId());
              if (origin.isPresent()) {
                json.writeStringField("version", origin.get().version());
                json.writeObjectFieldStart("made_by");
                for (var said : origin.get().said().entrySet()) {
                  json.writeStringField(said.getKey(), said.getValue());
                }
                json.writeEndObject();
              }
              json.writeArrayFieldStart("operators");
              for (Row row : rows) {
                write(json, row);
              }
              json.writeEndArray();
            })
        + System.lineSeparator();
  }

  private static void write(JsonGenerator json, Row row) throws IOException {
    json.writeStartObject();
    json.writeStringField("uid", Savepoint.uid(row.operator()));
    json.writeNumberField("parallelism", row.operator().getParallelism());
    json.writeNumberField("max_parallelism", row.operator().getMaxParallelism());
    json.writeArrayFieldStart("states");
    for (StateShape state : row.states()) {
      write(json, state);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, StateShape state) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", state.name());
    json.writeStringField("kind", state.kind().label());
    if (state.key() != null) {
      json.writeStringField("key", state.key());
    }
    json.writeStringField("type", state.type());
    json.writeNumberField("keys", state.keys());
    json.writeNumberField("entries", state.entries());
    json.writeNumberField("bytes", state.bytes());
    json.writeEndObject();
  }
}

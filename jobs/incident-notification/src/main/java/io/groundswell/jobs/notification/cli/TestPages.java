package io.groundswell.jobs.notification.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.NoticeJson;
import io.groundswell.jobs.notification.notice.UnreadableNotice;
import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.settings.NotifySettings;
import io.groundswell.jobs.surge.cli.UsageError;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Pages that are marked as tests, to find out by day whether they would arrive by night. */
final class TestPages {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final NotifySettings settings;
  private final PrintStream out;

  TestPages(NotifySettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Opens and closes a test at each destination of a route; whether all took it. */
  boolean send(String route) throws UnreadableNotice {
    boolean all = true;
    String id = "test:" + Instant.now().toString();
    for (String name : destinations(route)) {
      Destination destination = settings.destinations().get(name);
      Answer opened = tell(destination, notice(id, route, 1, "opened"), Step.TRIGGER, null);
      Answer closed = opened;
      if (opened.outcome() == Answer.Outcome.DELIVERED) {
        Notice over = notice(id, route, 2, "resolved");
        closed = tell(destination, over, Step.RESOLVE, opened.reference());
      }
      boolean taken = closed.outcome() == Answer.Outcome.DELIVERED;
      out.printf("%-12s  %s%n", name, taken ? "took it" : "FAILED: " + closed.reason());
      all &= taken;
    }
    return all;
  }

  private static Answer tell(Destination destination, Notice notice, Step step, String reference) {
    return destination
        .deliver(new Delivery(notice, step, reference, System.currentTimeMillis()))
        .toCompletableFuture()
        .join();
  }

  private Set<String> destinations(String name) {
    Set<String> destinations = new LinkedHashSet<>();
    for (Route route : settings.routes().all()) {
      if (name.equals("all") || name.equals(route.name())) {
        destinations.addAll(route.told());
        destinations.addAll(route.fallback());
      }
    }
    if (destinations.isEmpty()) {
      List<String> known = settings.routes().all().stream().map(Route::name).toList();
      throw new UsageError("--test: there is no route '%s'; there are %s".formatted(name, known));
    }
    return destinations;
  }

  private static Notice notice(String id, String route, int sequence, String status)
      throws UnreadableNotice {
    String now = Instant.now().toString();
    ObjectNode test = JSON.createObjectNode();
    test.put("incident_id", id);
    test.put("sequence", sequence);
    test.put("status", status);
    test.put("severity", "SEV2");
    test.put("kind", "surge");
    test.putObject("subject").put("product", "test");
    test.put("title", "Test of Groundswell's route '" + route + "': nothing has happened");
    for (String time : List.of("onset_at", "detected_at", "updated_at")) {
      test.put(time, now);
    }
    test.put("explanation", "Somebody has run 'notify --test'. There is nothing to do.");
    test.put("test", true);
    return NoticeJson.read(test.toString());
  }
}

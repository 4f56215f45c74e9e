package io.groundswell.jobs.notification.cli;

import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Delivery;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.destination.Step;
import io.groundswell.jobs.notification.notice.Notice;
import io.groundswell.jobs.notification.notice.OwnNotice;
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
  private final NotifySettings settings;
  private final PrintStream out;

  TestPages(NotifySettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /** Opens and closes a test at each destination of a route; whether all took it. */
  boolean send(String route) {
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

  private static Notice notice(String id, String route, int sequence, String status) {
    return new OwnNotice(id, sequence, status, "SEV2", System.currentTimeMillis())
        .says(
            "test",
            "Test of Groundswell's route '" + route + "': nothing has happened",
            "Somebody has run 'notify --test'. There is nothing to do.")
        .asTest()
        .notice();
  }
}

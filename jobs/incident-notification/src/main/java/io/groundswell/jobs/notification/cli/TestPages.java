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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Pages that are marked as tests, to find out by day whether they would arrive by night. */
final class TestPages {
  private final NotifySettings settings;
  private final PrintStream out;

  TestPages(NotifySettings settings, PrintStream out) {
    this.settings = settings;
    this.out = out;
  }

  /**
   * Opens a test at each destination of a route, and closes it a while later, since what is closed
   * at once pages nobody; whether all took it.
   *
   * @param seconds how long the tests stay open
   */
  boolean send(String route, int seconds) throws InterruptedException {
    String id = "test:" + Instant.now().toString();
    Map<Destination, String> open = new LinkedHashMap<>();
    boolean all = true;
    for (String name : destinations(route)) {
      Destination destination = settings.destinations().get(name);
      Notice notice = notice(id, route, 1, "opened");
      if (!destination.takes(notice)) {
        out.printf("%-12s  is told of no test%n", name);
        continue;
      }
      Answer answer = tell(destination, notice, Step.TRIGGER, null);
      boolean taken = answer.outcome() == Answer.Outcome.DELIVERED;
      out.printf("%-12s  %s%n", name, taken ? "took it" : "FAILED: " + answer.reason());
      if (taken) {
        open.put(destination, answer.reference());
      }
      all &= taken;
    }
    return close(id, route, open, seconds) && all;
  }

  private boolean close(String id, String route, Map<Destination, String> open, int seconds)
      throws InterruptedException {
    if (!open.isEmpty()) {
      out.printf("Closing what is open in %d s; Ctrl-C leaves it open.%n", seconds);
      TimeUnit.SECONDS.sleep(seconds);
    }
    boolean all = true;
    for (Map.Entry<Destination, String> one : open.entrySet()) {
      Notice over = notice(id, route, 2, "resolved");
      Answer answer = tell(one.getKey(), over, Step.RESOLVE, one.getValue());
      if (answer.outcome() != Answer.Outcome.DELIVERED) {
        out.printf("A test was not closed: %s%n", answer.reason());
        all = false;
      }
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

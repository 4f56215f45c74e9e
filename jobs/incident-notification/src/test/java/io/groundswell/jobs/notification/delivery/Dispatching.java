package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.delivery.Dispatcher.Patience;
import io.groundswell.jobs.notification.destination.Answer;
import io.groundswell.jobs.notification.destination.Destination;
import io.groundswell.jobs.notification.notice.Updates;
import io.groundswell.jobs.notification.route.Condition;
import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.route.Routes;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A dispatcher in a time that the test moves, with a pager, a chat and a fallback. */
abstract class Dispatching {
  static final long START = 1_772_800_000_000L;
  static final Answer DOWN = Answer.tryAgain("503", null);
  static final Answer OK = Answer.delivered(null);

  VirtualLoop loop = new VirtualLoop(START);
  final MemoryJournal journal = new MemoryJournal();
  MemoryDestination pager = MemoryDestination.pager(loop);
  MemoryDestination chat = MemoryDestination.chat(loop);
  MemoryDestination other = MemoryDestination.pager(loop);
  Dispatcher dispatcher = dispatcher();

  Dispatcher dispatcher() {
    Condition faults =
        new Condition(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Condition.FAULTS, null);
    Route otherwise =
        new Route(
            "default",
            faults,
            List.of(),
            List.of("pager"),
            List.of("chat"),
            List.of("other"),
            null);
    Map<String, Destination> destinations = new LinkedHashMap<>();
    destinations.put("pager", pager);
    destinations.put("chat", chat);
    destinations.put("other", other);
    return new Dispatcher(
        new Routes(List.of(), otherwise),
        destinations,
        new Patience(Duration.ofSeconds(60), Duration.ofHours(24)),
        journal,
        loop,
        new Random(7));
  }

  void told(Updates update) {
    dispatcher.take(new Kept(update.json(), loop.now()));
  }

  void told(String incident, int sequence, String status, String severity) {
    told(Updates.of(incident, sequence, status, severity));
  }
}

package io.groundswell.jobs.notification.delivery;

import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.web.Web;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Calls each route's dead man's switch once a minute, as long as this process can decide anything:
 * whoever owns it is told elsewhere when the calls stop.
 */
public final class Heartbeats {
  private static final long EVERY_MILLIS = 60_000;
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final Loop loop;
  private final Web web;
  private final List<URI> switches;

  /** The switches of routes that have one. */
  public Heartbeats(Loop loop, Web web, List<Route> routes) {
    this.loop = loop;
    this.web = web;
    this.switches = routes.stream().map(Route::heartbeat).filter(one -> one != null).toList();
  }

  /** Begins. */
  public void start() {
    if (!switches.isEmpty()) {
      beat();
    }
  }

  private void beat() {
    for (URI one : switches) {
      // A call that fails is what the switch is there to notice.
      var unused = web.send(new Web.Call("POST", one, Map.of(), "", TIMEOUT));
    }
    loop.at(loop.now() + EVERY_MILLIS, this::beat);
  }
}

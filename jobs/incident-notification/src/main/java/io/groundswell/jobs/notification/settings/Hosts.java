package io.groundswell.jobs.notification.settings;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Hosts that notices may go to: nobody reaches another through a settings file. */
public final class Hosts implements Predicate<String> {
  /** Of destinations that have one owner, whose addresses are documented. */
  private static final Set<String> OWNERS =
      Set.of(
          "events.pagerduty.com",
          "events.eu.pagerduty.com",
          "slack.com",
          "hooks.slack.com",
          "api.statuspage.io");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> allowed = new TreeSet<>(OWNERS);

  Hosts(Iterable<String> more) {
    more.forEach(host -> allowed.add(host.toLowerCase(Locale.ROOT)));
  }

  /** Whether a host is this machine, to which nothing needs to be encrypted. */
  public static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
  }

  @Override
  public boolean test(String host) {
    return allowed.contains(host.toLowerCase(Locale.ROOT));
  }
}

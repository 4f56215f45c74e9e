package io.groundswell.jobs.notification.settings;

import io.groundswell.domain.catalogue.Nearest;
import io.groundswell.domain.incident.IncidentKind;
import io.groundswell.domain.incident.Severity;
import io.groundswell.jobs.notification.route.Condition;
import io.groundswell.jobs.notification.route.Hours;
import io.groundswell.jobs.notification.route.Route;
import io.groundswell.jobs.notification.route.Routes;
import java.net.URI;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads routes. */
final class RouteBlocks {
  private final Set<String> destinations;

  /** Routes to destinations of these names. */
  RouteBlocks(Set<String> destinations) {
    this.destinations = destinations;
  }

  Routes routes(Block top) {
    List<Route> routes = new ArrayList<>();
    for (Block block : top.blocks("routes")) {
      routes.add(
          route(block, block.text("name", "route " + (routes.size() + 1)), condition(block)));
    }
    if (!top.has("default")) {
      throw top.wrong(
          "default",
          "'default' is missing, so that some incidents would reach nobody",
          "add 'default: {page: [a pager], chat: [a chat]}'");
    }
    Set<Severity> any = Set.of();
    Block block = top.block("default");
    Condition faults =
        new Condition(Set.of(), Set.of(), Set.of(), Set.of(), any, Condition.FAULTS, null);
    Route otherwise = route(block, "default", faults);
    if (otherwise.to().isEmpty() && (otherwise.page().isEmpty() || otherwise.chat().isEmpty())) {
      throw top.wrong(
          "default",
          "'default' leaves some incidents without anybody who is told",
          "give it 'to', or both 'page' and 'chat'");
    }
    return new Routes(routes, otherwise);
  }

  private Route route(Block block, String name, Condition when) {
    URI heartbeat = block.has("heartbeat") ? block.address("heartbeat", null) : null;
    Route route =
        new Route(
            name,
            when,
            named(block, "to"),
            named(block, "page"),
            named(block, "chat"),
            named(block, "fallback"),
            heartbeat);
    block.refuseOthers();
    if (route.told().isEmpty()) {
      throw block.wrong("to", "route '" + name + "' tells nobody", "give it to, page or chat");
    }
    return route;
  }

  private List<String> named(Block block, String key) {
    List<String> names = block.texts(key);
    for (String name : names) {
      if (!destinations.contains(name)) {
        throw block.wrong(
            key,
            "there is no destination '" + name + "'",
            Nearest.hint(name, List.copyOf(destinations)));
      }
    }
    return names;
  }

  private static Condition condition(Block block) {
    Set<IncidentKind> kinds = words(block, "kind", IncidentKind.class);
    return new Condition(
        new TreeSet<>(block.texts("owner")),
        new TreeSet<>(block.texts("product")),
        new TreeSet<>(block.texts("component")),
        new TreeSet<>(block.texts("region")),
        words(block, "severity", Severity.class),
        kinds.isEmpty() ? Condition.FAULTS : kinds,
        block.has("hours") ? hours(block.block("hours")) : null);
  }

  private static @Nullable Hours hours(Block block) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (String day : block.texts("days")) {
      days.add(
          Arrays.stream(DayOfWeek.values())
              .filter(
                  one -> day.length() >= 3 && one.name().startsWith(day.toUpperCase(Locale.ROOT)))
              .findFirst()
              .orElseThrow(
                  () ->
                      block.wrong(
                          "days",
                          "'" + day + "' is no day",
                          "use mon, tue, wed, thu, fri, sat, sun")));
    }
    String from = block.text("from", "00:00");
    String to = block.text("to", "00:00");
    String zone = block.text("zone", "UTC");
    block.refuseOthers();
    try {
      Set<DayOfWeek> all = days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days;
      return new Hours(all, LocalTime.parse(from), LocalTime.parse(to), ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw block.wrong(
          "from",
          "these hours cannot be read",
          "use from: '08:00', to: '18:00', zone: Europe/Berlin");
    }
  }

  private static <E extends Enum<E>> Set<E> words(Block block, String key, Class<E> type) {
    Set<E> values = EnumSet.noneOf(type);
    for (String word : block.texts(key)) {
      try {
        values.add(Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        List<String> known =
            Arrays.stream(type.getEnumConstants())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
        throw block.wrong(key, key + " '" + word + "' is unknown", Nearest.hint(word, known));
      }
    }
    return values;
  }
}

package io.groundswell.jobs.notification.route;

import io.groundswell.jobs.notification.notice.Notice;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All routes. An incident may take several; a destination that several name is told once.
 *
 * @param routes in the order of the settings
 * @param otherwise for notices that none of them takes
 */
public record Routes(List<Route> routes, Route otherwise) {

  /** Copies the list. */
  public Routes {
    routes = List.copyOf(routes);
  }

  /**
   * Who is told of a notice.
   *
   * @param to names of destinations
   * @param fallback told where one of them has not taken it in time
   * @param routed whether a route took it, rather than the default
   */
  public record Told(Set<String> to, Set<String> fallback, boolean routed) {}

  /** Who is told of a notice. */
  public Told told(Notice notice) {
    List<Route> taken = new ArrayList<>();
    for (Route route : routes) {
      if (!route.told(notice).isEmpty()) {
        taken.add(route);
      }
    }
    boolean routed = !taken.isEmpty();
    if (!routed) {
      taken.add(otherwise);
    }
    Set<String> to = new LinkedHashSet<>();
    Set<String> fallback = new LinkedHashSet<>();
    for (Route route : taken) {
      to.addAll(route.told(notice));
      if (Route.isUrgent(notice.severity())) {
        fallback.addAll(route.fallback());
      }
    }
    fallback.removeAll(to);
    return new Told(to, fallback, routed);
  }

  /** All that the routes of a notice tell of anything, or the default where none takes it. */
  public Set<String> readers(Notice notice) {
    Set<String> readers = new LinkedHashSet<>();
    for (Route route : routes) {
      if (route.when().allows(notice)) {
        readers.addAll(route.told());
      }
    }
    return readers.isEmpty() ? otherwise.told() : readers;
  }

  /**
   * Destinations that page by what routes make of them: all named under page or fallback; and under
   * to, where a route has a fallback and nobody else to page.
   */
  public Set<String> pagers() {
    Set<String> pagers = new LinkedHashSet<>();
    for (Route route : all()) {
      pagers.addAll(route.page());
      pagers.addAll(route.fallback());
      if (!route.fallback().isEmpty() && route.page().isEmpty()) {
        pagers.addAll(route.to());
      }
    }
    return pagers;
  }

  /** Each route, the default as well. */
  public List<Route> all() {
    List<Route> all = new ArrayList<>(routes);
    all.add(otherwise);
    return all;
  }
}

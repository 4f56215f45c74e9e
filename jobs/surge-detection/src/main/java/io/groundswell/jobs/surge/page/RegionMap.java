package io.groundswell.jobs.surge.page;

import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Atlas;
import io.groundswell.domain.catalogue.Atlas.Spot;
import io.groundswell.domain.catalogue.Catalogue;
import io.groundswell.domain.catalogue.Region;
import io.groundswell.jobs.surge.html.Html;
import io.groundswell.jobs.surge.html.Svg;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Affected regions on a map, as circles; what has no place is on no map. */
final class RegionMap {
  private static final double LARGEST = 17;
  private static final double SMALLEST = 4;

  /** How many the description names. */
  private static final int NAMED = 12;

  private final List<Placed> placed = new ArrayList<>();

  /**
   * A region that has a place.
   *
   * @param part the region
   * @param spots where it is: one place, or where its members are
   */
  private record Placed(Part part, List<Spot> spots) {}

  private RegionMap(List<Part> regions, Catalogue catalogue) {
    for (Part part : regions) {
      List<Spot> spots = spots(part.id(), catalogue);
      if (!spots.isEmpty()) {
        placed.add(new Placed(part, spots));
      }
    }
    placed.sort(Comparator.comparingLong(place -> -place.part().observed()));
  }

  private static List<Spot> spots(String id, Catalogue catalogue) {
    List<String> codes =
        catalogue.regions().stream()
            .filter(region -> region.id().equals(id))
            .findFirst()
            .map(Region::members)
            .orElse(List.of(id));
    List<Spot> spots = new ArrayList<>();
    for (String code : codes) {
      Spot spot = Atlas.spot(code);
      if (spot != null) {
        spots.add(spot);
      }
    }
    return spots;
  }

  /** The map as SVG; empty where none of the regions has a place. */
  static String svg(List<Part> regions, Catalogue catalogue) {
    RegionMap map = new RegionMap(regions, catalogue);
    return map.placed.isEmpty() ? "" : map.svg();
  }

  private String svg() {
    MapView view = MapView.of(placed.stream().flatMap(place -> place.spots().stream()).toList());
    StringBuilder svg = new StringBuilder();
    svg.append(
        Svg.text(
            "<svg class=\"map\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">"
                + "<title>%3$s</title>%n",
            MapView.WIDTH, view.height(), Html.escape(description())));
    svg.append(view.land());
    MapLabels labels = new MapLabels(MapView.WIDTH, view.height());
    double most = placed.get(0).part().observed();
    for (Placed place : placed) {
      svg.append(circles(place, view, Math.max(1, most), labels));
    }
    return svg.append(labels.svg()).append("</svg>\n").toString();
  }

  /** Circles whose areas are as the numbers of people; those of members share their region's. */
  private static String circles(Placed place, MapView view, double most, MapLabels labels) {
    StringBuilder circles = new StringBuilder();
    double people = place.part().observed() / (double) place.spots().size();
    double radius = Math.max(SMALLEST, LARGEST * Math.sqrt(people / most));
    for (Spot spot : place.spots()) {
      circles.append(
          Svg.text(
              "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"/>%n",
              view.x(spot.lon()), view.y(spot.lat()), radius));
    }
    Spot first = place.spots().get(0);
    labels.add(place.part().name(), view.x(first.lon()), view.y(first.lat()), radius);
    return circles.toString();
  }

  private String description() {
    String names =
        placed.stream()
            .limit(NAMED)
            .map(place -> Texts.filled("%s %,d", place.part().name(), place.part().observed()))
            .collect(Collectors.joining(", "));
    int more = placed.size() - NAMED;
    return "Map of people who complain: "
        + names
        + (more > 0 ? " and %d more".formatted(more) : "");
  }
}

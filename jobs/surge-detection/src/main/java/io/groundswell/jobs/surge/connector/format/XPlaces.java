package io.groundswell.jobs.surge.connector.format;

import com.fasterxml.jackson.databind.JsonNode;
import io.groundswell.domain.post.Geo;

/**
 * Places of X: a point where the author shared one, else the middle of the place that was named.
 */
final class XPlaces {
  private static final int CORNERS = 4;
  private static final double TURN = 360;

  private XPlaces() {}

  static Geo geo(JsonNode geo, JsonNode places) {
    JsonNode place = XPosts.byId(places, geo.path("place_id"));
    JsonNode point = geo.path("coordinates").path("coordinates");
    double lon = Fields.number(point.path(0));
    double lat = Fields.number(point.path(1));
    JsonNode box = place.path("geo").path("bbox");
    if (!isOnEarth(lat, lon) && hasMiddle(place, box)) {
      lon = middle(Fields.number(box.path(0)), Fields.number(box.path(2)));
      lat = (Fields.number(box.path(1)) + Fields.number(box.path(3))) / 2;
    }
    boolean known = isOnEarth(lat, lon);
    return new Geo(
        Fields.text(place.path("country_code")),
        null,
        known ? (Double) lat : null,
        known ? (Double) lon : null,
        Fields.text(place.path("full_name")));
  }

  /** The middle of a country says nothing of where in it somebody was. */
  private static boolean hasMiddle(JsonNode place, JsonNode box) {
    return box.size() == CORNERS && !"country".equals(Fields.text(place.path("place_type")));
  }

  /** Boxes across the date line have their west east of their east. */
  private static double middle(double west, double east) {
    double middle = (west + (west > east ? east + TURN : east)) / 2;
    return middle > TURN / 2 ? middle - TURN : middle;
  }

  private static boolean isOnEarth(double lat, double lon) {
    return Math.abs(lat) <= TURN / 4 && Math.abs(lon) <= TURN / 2;
  }
}

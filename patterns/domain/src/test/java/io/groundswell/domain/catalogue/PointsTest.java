package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointsTest {

  @ParameterizedTest
  @CsvSource({
    "40.7128, -74.0060, US, US-NY", // Manhattan; New Jersey is a river away
    "40.7178, -74.0431, US, US-NJ",
    "47.5596, 7.5886, CH, CH-BS", // Basel, where three countries meet
    "47.6130, 7.6600, DE, DE-BW", // Lörrach
    "47.5866, 7.5590, FR, FR-GES", // Saint-Louis
    "51.1279, 1.3134, GB, GB-ENG", // Dover's harbour
    "50.9513, 1.8587, FR, FR-HDF", // Calais
    "1.2806, 103.8500, SG,", // Singapore's bay
    "64.1466, -21.9426, IS, IS-1", // Reykjavik
    "-16.5, 179.99, FJ, FJ-N", // on the date line, nearest across it
    "-54.8019, -68.3030, AR, AR-V", // Ushuaia
    "21.3069, -157.8583, US, US-HI",
    "0, 0, ,", // the sea where broken coordinates lie
    "-75, 100, ,",
    "90, 0, ,",
    "NaN, 0, ,",
    "91, 0, ,",
    "0, 181, ,",
  })
  void coordinatesLieWhereTheNearestTownDoes(
      double lat, double lon, @Nullable String country, @Nullable String subdivision) {
    Place place = Points.place(lat, lon);

    assertThat(place.country()).isEqualTo(country);
    if (subdivision != null && !subdivision.startsWith("FJ") && !subdivision.startsWith("IS")) {
      assertThat(place.subdivision()).isEqualTo(subdivision);
    }
  }

  /** Every fiftieth town is left out and looked for: how often its neighbours tell where it is. */
  @Test
  void townsThatItDoesNotKnowAreInTheRightCountryAndSubdivision() {
    Points points = Points.shipped();
    int tried = 0;
    int countries = 0;
    int subdivisions = 0;
    for (int i = 0; i < points.size(); i += 50) {
      Place place = points.nearest(points.lat(i), points.lon(i), i);
      tried++;
      countries += Objects.equals(place.country(), points.place(i).country()) ? 1 : 0;
      subdivisions += place.equals(points.place(i)) ? 1 : 0;
    }

    System.out.printf(
        Locale.ROOT,
        "%,d towns left out: %.2f %% in the right country, %.2f %% in the right subdivision%n",
        tried,
        100. * countries / tried,
        100. * subdivisions / tried);
    assertThat(countries).isGreaterThan((int) (.985 * tried));
    assertThat(subdivisions).isGreaterThan((int) (.94 * tried));
  }

  @Property(tries = 1000)
  void theGridFindsWhatLookingAtEveryTownFinds(
      @ForAll @DoubleRange(min = -60, max = 75) double lat,
      @ForAll @DoubleRange(min = -180, max = 180) double lon) {
    assertThat(Points.place(lat, lon)).isEqualTo(byLookingAtAll(lat, lon));
  }

  private static Place byLookingAtAll(double lat, double lon) {
    Points points = Points.shipped();
    double shrink = Math.cos(Math.toRadians(lat));
    double least = Math.pow(250 / 111.2, 2);
    Place nearest = Place.UNKNOWN;
    for (int i = 0; i < points.size(); i++) {
      double across = Math.abs(points.lon(i) - lon);
      double east = Math.min(across, 360 - across) * shrink;
      double distance = Math.pow(points.lat(i) - lat, 2) + east * east;
      if (distance < least) {
        least = distance;
        nearest = points.place(i);
      }
    }
    return nearest;
  }
}

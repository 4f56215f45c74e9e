package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AtlasTest {

  @ParameterizedTest
  @CsvSource({"IT, 44, 11", "JP, 36, 138", "US-CA, 36, -120", "BR, -15, -47", "AU, -34, 148"})
  void knowsWhereARegionLies(String code, double lat, double lon) {
    Atlas.Spot spot = Objects.requireNonNull(Atlas.spot(code), code);

    assertThat(spot.lat()).isCloseTo(lat, Offset.offset(4.0));
    assertThat(spot.lon()).isCloseTo(lon, Offset.offset(4.0));
    assertThat(spot.south()).isLessThan(spot.north());
    assertThat(spot.west()).isLessThan(spot.east());
  }

  @Test
  void islandsFarAwayDoNotStretchACountry() {
    Atlas.Spot norway = Objects.requireNonNull(Atlas.spot("NO"));
    assertThat(norway.north()).isLessThan(72);
    Atlas.Spot unitedStates = Objects.requireNonNull(Atlas.spot("US"));
    assertThat(unitedStates.west()).isGreaterThan(-130);
  }

  @Test
  void whatIsNoBuiltInRegionHasNoPlace() {
    assertThat(Atlas.spot("emea")).isNull();
    assertThat(Atlas.spot("")).isNull();
  }

  @Test
  void knowsWherePeopleLive() {
    assertThat(Atlas.isInhabited(48, 2, 1)).as("Paris").isTrue();
    assertThat(Atlas.isInhabited(30, -45, 5)).as("the Atlantic").isFalse();
    assertThat(Atlas.isInhabited(85, 175, 10)).as("beyond the edge of the map").isFalse();
  }
}

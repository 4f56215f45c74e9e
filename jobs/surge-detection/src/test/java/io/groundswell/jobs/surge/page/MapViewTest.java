package io.groundswell.jobs.surge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.briefing.Reach.Kind;
import io.groundswell.domain.briefing.Reach.Part;
import io.groundswell.domain.catalogue.Atlas;
import io.groundswell.domain.catalogue.Atlas.Spot;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** As much of the world as it takes, and no more. */
class MapViewTest {

  @Test
  void neighboursAreShownFromNearby() {
    MapView view = MapView.of(spots("IT", "CH", "AT"));

    assertThat(view).isNotEqualTo(MapView.WORLD);
    assertThat(view.east() - view.west()).isLessThan(40);
    assertThat(view.height()).isBetween(MapView.WIDTH / 3, MapView.WIDTH * 3 / 4);
  }

  @Test
  void everyPlaceLiesOnTheMap() {
    for (List<Spot> spots : List.of(spots("IT", "SE"), spots("US", "JP", "AU"), spots("SG"))) {
      MapView view = MapView.of(spots);
      for (Spot spot : spots) {
        assertThat(view.x(spot.lon())).isBetween(0.0, (double) MapView.WIDTH);
        assertThat(view.y(spot.lat())).isBetween(0.0, (double) view.height());
      }
    }
  }

  @Test
  void whatLiesFarApartTakesTheWholeWorld() {
    assertThat(MapView.of(spots("IT", "JP"))).isEqualTo(MapView.WORLD);
    assertThat(MapView.WORLD.land().length()).isBetween(2_000, 16_000);
  }

  @Test
  void anOwnRegionIsWhereItsMembersAre() {
    String map = map(part("nordics", "Nordics"));

    assertThat(map.split("<circle", -1)).hasSize(1 + 4);
    assertThat(map).contains("Map of people who complain: Nordics 12");
  }

  @Test
  void whatHasNoPlaceIsOnNoMap() {
    assertThat(map(part("jfk", "New York JFK"))).isEmpty();
    assertThat(map()).isEmpty();
    assertThat(map(part("jfk", "New York JFK"), part("IT", "Italy"))).doesNotContain("JFK");
  }

  @Test
  void namesDoNotLieOnEachOther() {
    MapLabels labels = new MapLabels(100, 40);
    for (int i = 0; i < 9; i++) {
      labels.add("Here " + i, 50, 20, 4);
    }

    assertThat(labels.svg().split("<text", -1)).hasSizeLessThan(5).hasSizeGreaterThan(2);
  }

  private static String map(Part... parts) {
    return RegionMap.svg(List.of(parts), Briefings.CATALOGUE);
  }

  private static Part part(String id, String name) {
    return Briefings.part(Kind.REGION, id, name, 0, 12);
  }

  private static List<Spot> spots(String... codes) {
    return Stream.of(codes).map(code -> Objects.requireNonNull(Atlas.spot(code))).toList();
  }
}

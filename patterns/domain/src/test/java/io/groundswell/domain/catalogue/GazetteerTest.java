package io.groundswell.domain.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.groundswell.domain.post.Author;
import io.groundswell.domain.post.Geo;
import io.groundswell.domain.post.Post;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Italia | IT |",
        "Deutschland | DE |",
        "Almanya | DE |",
        "日本 | JP |",
        "Côte d’Ivoire | CI |",
        "the Netherlands | NL |",
        "USA | US |",
        "U.S. | US |",
        "United States | US |",
        "UK | GB |",
        "England 🏴 | GB | GB-ENG",
        "🌍 France 🥐 | FR |",
        "Lyon, France | FR | FR-ARA",
        "(USA) | US |",
        "London, UK. | GB | GB-ENG",
        "Lyon, Rhône-Alpes, France | FR |",
        "Italy, somewhere warm | IT |",
        "Austin, TX | US | US-TX",
        "Austin, Texas | US | US-TX",
        "Denver, CO | US | US-CO",
        "Austin, TX, USA | US | US-TX",
        "Texas, USA | US | US-TX",
        "California | US | US-CA",
        "San Francisco, CA | US | US-CA",
        "New York, New York | US | US-NY",
        "Washington, DC | US | US-DC",
        "Washington, D.C. | US | US-DC",
        "Washington | US |",
        "Seattle, Washington | US | US-WA",
        "Atlanta, Georgia, USA | US | US-GA",
        "Bloomington, IN, USA | US | US-IN",
        "Albuquerque, New Mexico | US | US-NM",
        "Lebanon, Tennessee | US | US-TN",
        "Singapore, Singapore | SG |",
        "nyc 🗽 | US | US-NY",
        "NYC | US | US-NY",
        "LA | US | US-CA",
        "SF Bay Area | US | US-CA",
        "London | GB | GB-ENG",
        "London UK | GB | GB-ENG",
        "London, Ontario, Canada | CA | CA-ON",
        "Paris | FR | FR-IDF",
        "Paris, TX | US | US-TX",
        "Paris, Texas | US | US-TX",
        "PARIS FRANCE | FR | FR-IDF",
        "Lyon | FR | FR-ARA",
        "München | DE | DE-BY",
        "Munich, Bavaria | DE | DE-BY",
        "Москва | RU | RU-MOW",
        "東京 | JP | JP-13",
        "東京都新宿区 | JP | JP-13",
        "서울 | KR | KR-11",
        "living in Lisbon | PT | PT-11",
        "Dallas area | US | US-TX",
        "Springfield, IL | US | US-IL",
        "springfield il | US | US-IL",
        "Portland, or | US | US-OR",
        "austin tx | US | US-TX",
        "Brooklyn, NY | US | US-NY",
        "Toronto, ON | CA | CA-ON",
        "Toronto, CA | CA | CA-ON",
        "Sydney, NSW | AU | AU-NSW",
        "Perth, WA | AU | AU-WA",
        "Spokane, WA | US | US-WA",
        "Berlin, DE | DE | DE-BE",
        "Kingston, JM | JM | JM-01",
        "Dover, DE | US | US-DE",
        "Bengaluru, IN | IN | IN-KA",
        "Jakarta, ID | ID | ID-JK",
        "Tbilisi, Georgia | GE | GE-TB",
        "Barcelona, Spain | ES | ES-CT",
        "Barcelona, Venezuela | VE | VE-B",
        "Hamburg / Germany | DE | DE-HH",
        "NYC ✈ LA | US |",
        "London & Manchester | GB | GB-ENG",
        "Trinidad and Tobago | TT |",
        "🇩🇪 | DE |",
        "🇫🇷🇫🇷 vive | FR |",
        "Lagos 🇳🇬 | NG | NG-LA",
        "ÜT: 40.7128,-74.0060 | US | US-NY",
        "iPhone: 48.856613,2.352222 | FR | FR-IDF",
      })
  void readsWhatPeopleWriteAboutWhereTheyLive(
      String location, String country, @Nullable String subdivision) {
    assertThat(placeOf(location)).isEqualTo(new Place(country, subdivision));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        ",",
        "🗽",
        "somewhere over the rainbow",
        "CA",
        "IN",
        "Georgia",
        "right here, in",
        "yes, or",
        "Congo",
        "Neverland, IN",
        "Korea",
        "man",
        "end",
        "Springfield",
        "Island",
        "Malé",
        "Italy, France",
        "between LA and Tokyo",
        "Berlin ✈ Lisbon",
        "London / Lagos",
        "London, Paris",
        "Portland, Zurich, Richmond",
        "🇩🇪🇫🇷",
        "Earth",
        "your mom's house",
        "the internet",
        "Hope",
        "Nowhere, OK maybe",
        "Victoria",
        "Florence Nightingale",
        "wherever I am",
        "1.25, 2.50",
        "Yours, in",
      })
  void whatIsAmbiguousStaysUnknown(String location) {
    assertThat(placeOf(location)).isEqualTo(Place.UNKNOWN);
  }

  @Test
  void thePlaceOfPostingIsTrustedBeforeTheProfile() {
    assertThat(place("it", null, "Paris, France")).isEqualTo(new Place("IT", null));
    assertThat(place(null, "us-ca", "Paris, France")).isEqualTo(new Place("US", "US-CA"));
    assertThat(place("US", "US-CA", null)).isEqualTo(new Place("US", "US-CA"));
  }

  @Test
  void anInvalidPlaceOfPostingIsNone() {
    assertThat(place("", "", "Paris, France")).isEqualTo(new Place("FR", "FR-IDF"));
    assertThat(place("ZZ", "ZZ-1", "Paris, France")).isEqualTo(new Place("FR", "FR-IDF"));
    assertThat(place("Italy", "Tuscany", null)).isEqualTo(Place.UNKNOWN);
    assertThat(place("IT", "Tuscany", null)).isEqualTo(new Place("IT", null));
  }

  @Test
  void aSubdivisionOfAnotherCountryIsLeftOut() {
    assertThat(place("IT", "US-CA", null)).isEqualTo(new Place("IT", null));
  }

  @Test
  void coordinatesAreTrustedMost() {
    assertThat(at(45.46, 9.19, "FR", null, null)).isEqualTo(new Place("IT", "IT-25"));
    assertThat(at(45.46, 9.19, "IT", "IT-21", null)).isEqualTo(new Place("IT", "IT-21"));
    assertThat(at(45.46, 9.19, "IT", null, "Paris")).isEqualTo(new Place("IT", "IT-25"));
  }

  @Test
  void coordinatesFarFromAnywhereAreNone() {
    assertThat(at(0, 0, null, null, null)).isEqualTo(new Place("IT", "IT-62"));
    assertThat(at(0, 0, "IT", null, null)).isEqualTo(new Place("IT", null));
    assertThat(at(-89.9, 12, null, null, "Paris")).isEqualTo(new Place("FR", "FR-IDF"));
  }

  @Test
  void whatThePlatformCallsThePlaceIsTrustedBeforeTheProfile() {
    assertThat(at(null, null, null, null, "Manhattan, NY")).isEqualTo(new Place("US", "US-NY"));
    assertThat(at(null, null, "US", null, "Manhattan, NY")).isEqualTo(new Place("US", "US-NY"));
    assertThat(at(null, null, "DE", null, "Manhattan, NY")).isEqualTo(new Place("DE", null));
    assertThat(at(null, null, null, null, "here")).isEqualTo(new Place("IT", "IT-62"));
  }

  @Property(tries = 500)
  void noFreeTextBreaksIt(@ForAll String location) {
    Place place = placeOf(location);

    assertThat(place.country() == null || Gazetteer.isCountry(place.country())).isTrue();
  }

  private static Place at(
      @Nullable Number lat,
      @Nullable Number lon,
      @Nullable String country,
      @Nullable String region,
      @Nullable String place) {
    Double north = lat == null ? null : lat.doubleValue();
    Double east = lon == null ? null : lon.doubleValue();
    return Gazetteer.place(
        Post.of("x", "1", 0)
            .geo(new Geo(country, region, north, east, place))
            .author(Author.of("a", "Rome"))
            .build());
  }

  private static Place placeOf(String location) {
    return place(null, null, location);
  }

  private static Place place(
      @Nullable String country, @Nullable String region, @Nullable String location) {
    return Gazetteer.place(
        Post.of("x", "1", 0).geo(Geo.of(country, region)).author(Author.of("a", location)).build());
  }
}

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
        "Lyon, France | FR |",
        "(USA) | US |",
        "London, UK. | GB |",
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
        "Tbilisi, Georgia",
        "Bengaluru, IN",
        "Berlin, DE",
        "Jakarta, ID",
        "right here, in",
        "yes, or",
        "Congo",
        "Korea",
        "man",
        "end",
        "Springfield",
        "Island",
        "Malé",
        "Italy, France",
        "between LA and Tokyo"
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
    assertThat(place("", "", "Paris, France")).isEqualTo(new Place("FR", null));
    assertThat(place("ZZ", "ZZ-1", "Paris, France")).isEqualTo(new Place("FR", null));
    assertThat(place("Italy", "Tuscany", null)).isEqualTo(Place.UNKNOWN);
    assertThat(place("IT", "Tuscany", null)).isEqualTo(new Place("IT", null));
  }

  @Test
  void aSubdivisionOfAnotherCountryIsLeftOut() {
    assertThat(place("IT", "US-CA", null)).isEqualTo(new Place("IT", null));
  }

  @Property(tries = 500)
  void noFreeTextBreaksIt(@ForAll String location) {
    Place place = placeOf(location);

    assertThat(place.country() == null || Gazetteer.isCountry(place.country())).isTrue();
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

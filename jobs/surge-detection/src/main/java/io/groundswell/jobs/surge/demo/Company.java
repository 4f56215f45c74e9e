package io.groundswell.jobs.surge.demo;

import java.util.List;

/** An invented company: what it sells, and where its customers live. */
final class Company {
  static final String NAME = "Wintlemoor";

  static final List<Product> PRODUCTS =
      List.of(
          new Product("pay", "Pay", 0.9, 0.8, List.of("card", "transfers", "refunds")),
          new Product("mobile", "Mobile", 1.1, 1.0, List.of("data", "calls", "roaming")),
          new Product("tv", "TV", 0.7, 1.2, List.of("player", "downloads")),
          new Product("mail", "Mail", 0.4, 0.5, List.of("inbox", "attachments")),
          new Product("id", "ID", 0.3, 0.2, List.of("sign-in", "codes")));

  /** What people write who name no product of the company. */
  static final Product NOBODY = new Product("?", "", 0.2, 1.2, List.of());

  static final List<Region> REGIONS =
      List.of(
          new Region("GB", 0, 12, "Leeds, United Kingdom"),
          new Region("IE", 0, 3, "Cork, Ireland"),
          new Region("PT", 0, 3, "Porto, Portugal"),
          new Region("ES", 1, 6, "Sevilla, Spain"),
          new Region("FR", 1, 8, "Lyon, France"),
          new Region("BE", 1, 3, "Gent, Belgium"),
          new Region("NL", 1, 4, "Utrecht, Netherlands"),
          new Region("DE", 1, 9, "Leipzig, Germany"),
          new Region("CH", 1, 3, "Bern, Switzerland"),
          new Region("AT", 1, 3, "Graz, Austria"),
          new Region("IT", 1, 7, "Bologna, Italy"),
          new Region("DK", 1, 2, "Aarhus, Denmark"),
          new Region("NO", 1, 2, "Bergen, Norway"),
          new Region("SE", 1, 3, "Uppsala, Sweden"),
          new Region("PL", 1, 5, "Gdynia, Poland"),
          new Region("CZ", 1, 3, "Brno, Czechia"),
          new Region("HU", 1, 2, "Szeged, Hungary"),
          new Region("FI", 2, 2, "Turku, Finland"),
          new Region("EE", 2, 1, "Tartu, Estonia"),
          new Region("GR", 2, 2, "Patras, Greece"),
          new Region("RO", 2, 3, "Iasi, Romania"),
          new Region("ZA", 2, 3, "Durban, South Africa"),
          new Region("IN", 5, 6, "Pune, India"),
          new Region("AU", 10, 4, "Hobart, Australia"),
          new Region("US-NY", -5, 5, "Albany, NY"),
          new Region("US-FL", -5, 4, "Tampa, FL"),
          new Region("US-IL", -6, 3, "Peoria, IL"),
          new Region("US-TX", -6, 5, "Waco, TX"),
          new Region("US-WA", -8, 2, "Tacoma, WA"),
          new Region("US-CA", -8, 6, "Fresno, CA"));

  private Company() {}

  /**
   * What it sells.
   *
   * @param id as in the catalogue
   * @param name for people
   * @param complaints a minute, over all regions, averaged over the week
   * @param chatter posts a minute that are no complaints
   * @param components ids, the commonest first
   */
  record Product(
      String id, String name, double complaints, double chatter, List<String> components) {}

  /**
   * Where customers live.
   *
   * @param id as the catalogue writes it: a country, or a state of one
   * @param offset hours that its clocks are ahead of UTC
   * @param share customers, relative to the other regions
   * @param place what people there write as their location
   */
  record Region(String id, int offset, double share, String place) {
    String country() {
      return id.substring(0, 2);
    }
  }
}

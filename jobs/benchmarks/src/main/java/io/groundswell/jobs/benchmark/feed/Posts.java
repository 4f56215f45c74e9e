package io.groundswell.jobs.benchmark.feed;

import java.time.Instant;
import java.util.Random;

/** Writes posts as JSON, 417 bytes each on average, to the byte over all. */
public final class Posts {
  /** Mean size of a post, in bytes. */
  public static final int BYTES = 417;

  private static final int SHORTEST_TEXT = 60;
  private static final int TEXT_SPREAD = 100;
  private static final int SPREAD = 30;

  /** Shares no divisor with pairs of a product and a country: goes round all, and jumps. */
  private static final long STRIDE = 2_731;

  private static final String SLUG = "on-the-way-home-with-friends-and-a-book-";

  private final Random random;
  private final Wording wording;
  private final int products;
  private final int pairs;
  private long round;
  private long written;
  private int owed;

  /** Posts that a seed decides. */
  public Posts(long seed) {
    this(seed, Invented.PRODUCTS.size());
  }

  /** The same about the first products alone. */
  public Posts(long seed, int products) {
    random = new Random(seed);
    wording = new Wording(random);
    this.products = products;
    this.pairs = products * Invented.COUNTRIES.size();
  }

  /**
   * A post about any product, from any country. The first complaints go round all of them, so that
   * every subject is there early.
   */
  public String any(Kind kind, long at) {
    if (kind == Kind.COMPLAINT && round < pairs) {
      int pair = (int) (round++ * STRIDE % pairs);
      int country = pair % Invented.COUNTRIES.size();
      int product = pair / Invented.COUNTRIES.size();
      return post(kind, product, country % Invented.PARTS, Invented.COUNTRIES.get(country), at);
    }
    int product = random.nextInt(products);
    int country = random.nextInt(Invented.COUNTRIES.size());
    return about(kind, product, Invented.COUNTRIES.get(country), at);
  }

  /**
   * A post about a product.
   *
   * @param product its position in the catalogue
   * @param country where it comes from; empty for nowhere
   * @param at when, epoch milliseconds
   */
  public String about(Kind kind, int product, String country, long at) {
    return post(kind, product, random.nextInt(Invented.PARTS), country, at);
  }

  /**
   * A complaint about a product from nowhere, by somebody who has words of their own: of a surge of
   * copies only a campaign would be told.
   *
   * @param product its position in the catalogue
   * @param at when, epoch milliseconds
   */
  public String complaint(int product, long at) {
    String text = text(Kind.COMPLAINT, product, random.nextInt(Invented.PARTS));
    return post(text + ", " + wording.own(), "", at);
  }

  private String post(Kind kind, int product, int part, String country, long at) {
    return post(text(kind, product, part), country, at);
  }

  private String text(Kind kind, int product, int part) {
    String name = Invented.PRODUCTS.get(product);
    int length = SHORTEST_TEXT + random.nextInt(TEXT_SPREAD);
    return wording.text(kind, name, Invented.part(product, part), length);
  }

  private String post(String text, String country, long at) {
    long number = written++;
    StringBuilder json = new StringBuilder(BYTES + 64);
    json.append("{\"id\":\"").append(10_000_000_000L + number);
    json.append("\",\"source\":\"x\",\"created_at\":\"").append(Instant.ofEpochMilli(at));
    json.append("\",\"text\":\"").append(text).append("\",\"lang\":\"en\"");
    place(json, number, country);
    json.append(",\"url\":\"https://posts.example/").append(number).append('/');
    pad(json);
    return json.append("\"}").toString();
  }

  /**
   * Every second post says by coordinates where it comes from, the others in its author's words.
   */
  private void place(StringBuilder json, long number, String country) {
    json.append(",\"author\":{\"id\":\"u").append(number).append('"');
    boolean inWords = random.nextBoolean() && !country.isEmpty();
    if (inWords) {
      json.append(",\"location\":\"").append(Invented.nameOf(country)).append('"');
    }
    json.append(",\"followers\":").append(random.nextInt(10_000)).append('}');
    if (!inWords && !country.isEmpty()) {
      json.append(",\"geo\":{\"country\":\"").append(country).append("\"}");
    }
  }

  /** Fills up to a size around the mean; what is too long here is too short elsewhere. */
  private void pad(StringBuilder json) {
    int target = BYTES + owed + random.nextInt(2 * SPREAD + 1) - SPREAD - 2;
    for (int i = 0; json.length() < target; i++) {
      json.append(SLUG.charAt(i % SLUG.length()));
    }
    owed += BYTES - json.length() - 2;
  }
}

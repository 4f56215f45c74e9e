package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.Company.Product;
import io.groundswell.jobs.surge.demo.Company.Region;
import io.groundswell.jobs.surge.demo.PostText.Kind;
import io.groundswell.jobs.surge.demo.Story.Surge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The company's public: what it posts in a minute. The same seed gives the same posts. */
final class Traffic {
  private static final int POSTS = 1;
  private static final int REPOST = 25;
  private static final int COPY = 300;
  private static final int BROKEN = 4_000;

  private final Story story;
  private final long seed;
  private final PostText text = new PostText(Sentences.shipped());
  private final Rhythm rhythm = new Rhythm(Company.REGIONS);
  private final Map<Surge, Rhythm> hit = new HashMap<>();
  private final Sent sent = new Sent();

  Traffic(Story story, long seed) {
    this.story = story;
    this.seed = seed;
    for (Surge surge : story.surges()) {
      hit.put(surge, new Rhythm(Company.REGIONS.stream().filter(surge::hits).toList()));
    }
  }

  /** What has been posted so far. */
  Sent sent() {
    return sent;
  }

  /** The records of the minute that begins at {@code time}. */
  List<String> minute(long time) {
    Dice dice = new Dice(seed, time / Story.MINUTE, POSTS);
    List<String> records = new ArrayList<>();
    double level = rhythm.level(time);
    for (Product product : Company.PRODUCTS) {
      complaints(product, product.complaints() * level, time, dice, records);
      add(Kind.CHATTER, product, product.chatter() * level, time, dice, records);
    }
    Product nobody = Company.NOBODY;
    add(Kind.COMPLAINT, nobody, nobody.complaints() * level, time, dice, records);
    add(Kind.CHATTER, nobody, nobody.chatter() * level, time, dice, records);
    add(Kind.JOKE, product(story.joke().product()), story.joke().rate(time), time, dice, records);
    for (Surge surge : story.surges()) {
      surge(surge, time, dice, records);
    }
    return records;
  }

  private static Product product(String id) {
    return Company.PRODUCTS.stream().filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private void complaints(
      Product product, double mean, long time, Dice dice, List<String> records) {
    for (int n = dice.count(mean); n > 0; n--) {
      String about =
          dice.oneIn(2) ? product.id() : product.id() + "/" + component(product, dice.uniform());
      send(Kind.COMPLAINT, product, about, anywhere(time, dice), time, dice, records);
    }
  }

  /** The first component is named about as often as all others. */
  private static String component(Product product, double uniform) {
    int last = product.components().size() - 1;
    return product.components().get((int) Math.min(last, Math.pow(2 * uniform, 2) * last / 2));
  }

  private void add(
      Kind kind, Product product, double mean, long time, Dice dice, List<String> records) {
    for (int n = dice.count(mean); n > 0; n--) {
      send(kind, product, product.id(), anywhere(time, dice), time, dice, records);
    }
  }

  private void surge(Surge surge, long time, Dice dice, List<String> records) {
    Product product = product(surge.product());
    for (int n = dice.count(surge.rate(time)); n > 0; n--) {
      String part = surge.component().isEmpty() ? "" : "/" + surge.component();
      Region region = hit.get(surge).region(time, dice.uniform());
      send(Kind.COMPLAINT, product, product.id() + part, region, time, dice, records);
    }
  }

  private Region anywhere(long time, Dice dice) {
    return rhythm.region(time, dice.uniform());
  }

  private void send(
      Kind kind,
      Product product,
      String about,
      Region region,
      long time,
      Dice dice,
      List<String> records) {
    String id = Long.toString(time / Story.MINUTE, 36) + "-" + records.size();
    boolean repost = dice.oneIn(REPOST);
    String record = text.record(id, kind, product, about, region, time, repost, dice);
    sent.add(kind, repost);
    if (dice.oneIn(BROKEN)) {
      record = record.substring(0, record.length() / 2);
    }
    records.add(record);
    if (dice.oneIn(COPY)) {
      records.add(record);
      sent.add(kind, repost);
    }
  }
}

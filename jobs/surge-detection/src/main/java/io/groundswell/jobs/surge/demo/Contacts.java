package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.connector.Json;
import io.groundswell.jobs.surge.demo.Company.Product;
import io.groundswell.jobs.surge.demo.Company.Region;
import io.groundswell.jobs.surge.demo.Story.Surge;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The company's support queue: who calls and writes in a minute. */
final class Contacts {
  private static final int CONTACTS = 2;
  private static final List<String> CHANNELS = List.of("phone", "phone", "chat", "email", "ticket");

  /** Of those who have a problem only some call, however it goes on. */
  private static final double CALLS = 0.25;

  private static final double FLOOD = 9;

  private final Story story;
  private final long seed;
  private final Rhythm rhythm = new Rhythm(Company.REGIONS);

  Contacts(Story story, long seed) {
    this.story = story;
    this.seed = seed;
  }

  /** The contacts of the minute that begins at {@code time}. */
  List<Contact> minute(long time) {
    Dice dice = new Dice(seed, time / Story.MINUTE, CONTACTS);
    List<Contact> records = new ArrayList<>();
    double level = rhythm.level(time);
    for (Product product : Company.PRODUCTS) {
      for (int n = dice.count(CALLS * product.complaints() * level); n > 0; n--) {
        Region region = rhythm.region(time, dice.uniform());
        records.add(record(records.size(), product.id(), "", region, time, dice));
      }
    }
    for (Surge surge : story.surges()) {
      flood(surge, time, dice, records);
    }
    return records;
  }

  private static void flood(Surge surge, long time, Dice dice, List<Contact> records) {
    if (surge.floods(time)) {
      List<Region> hit = Company.REGIONS.stream().filter(surge::hits).toList();
      for (int n = dice.count(FLOOD); n > 0; n--) {
        Region region = dice.of(hit);
        records.add(record(records.size(), surge.product(), surge.component(), region, time, dice));
      }
    }
  }

  private static Contact record(
      int number, String product, String component, Region region, long time, Dice dice) {
    long at = time + (long) (dice.uniform() * Story.MINUTE);
    String record =
        Json.object(
            json -> {
              json.writeStringField(
                  "id", "c" + Long.toString(time / Story.MINUTE, 36) + "-" + number);
              json.writeStringField("created_at", Instant.ofEpochMilli(at).toString());
              json.writeStringField("channel", dice.of(CHANNELS));
              json.writeStringField("product", product);
              if (!component.isEmpty()) {
                json.writeStringField("component", component);
              }
              json.writeStringField("region", region.id());
            });
    return new Contact(product, record);
  }
}

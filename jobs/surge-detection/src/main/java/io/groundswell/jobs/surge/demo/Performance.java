package io.groundswell.jobs.surge.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.groundswell.jobs.surge.connector.kafka.Tail;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/** Plays the story: sends each slice of it, moves the clock, and listens to the job. */
final class Performance {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LISTEN = Duration.ofMillis(10);

  /** Few ticks, since each is a transaction; while nothing happens nobody waits for one. */
  private static final long STRIDE = 120 * Story.MINUTE;

  private static final long SHORT_STRIDE = 10 * Story.MINUTE;

  /** How far the job may lie behind: in quiet times it is bounded memory that matters. */
  private static final long LAG = 12 * 60 * Story.MINUTE;

  /** So little that story and incidents are told in their order. */
  private static final long SHORT_LAG = 2 * Story.MINUTE;

  /** A night may have minutes without a complaint, and then the job has nothing to say. */
  private static final long PATIENCE_MILLIS = 2_000;

  /**
   * What the job has to say of a surge may be under way on a slow machine when the queue floods.
   */
  private static final long PATIENCE_FOR_A_WARNING_MILLIS = 30_000;

  private final Story story;
  private final Pace pace;
  private final Stage stage;
  private final Screen screen;
  private final Narrator narrator;
  private final Traffic traffic;
  private final Contacts contacts;
  private final Changes changes;
  private final Panel panel = new Panel();
  private long counted;

  Performance(Story story, long seed, Pace pace, Stage stage, Screen screen, Narrator narrator) {
    this.story = story;
    this.pace = pace;
    this.stage = stage;
    this.screen = screen;
    this.narrator = narrator;
    this.traffic = new Traffic(story, seed);
    this.contacts = new Contacts(story, seed);
    this.changes = new Changes(story);
  }

  /** Plays it to its end, and says what has been sent. */
  Sent play() throws IOException, ExecutionException, InterruptedException {
    narrator.quietDays();
    for (long time = story.begin(); time < story.end(); ) {
      long next = next(time);
      long due = pace.nextFrame(frame(time));
      send(time, next);
      stage.feed().tick(next + Stage.lateness());
      listen(next - (time < story.day() ? LAG : SHORT_LAG), due);
      draw(next);
      stage.check();
      time = next;
    }
    listen(story.end() - SHORT_LAG, pace.now());
    screen.erase();
    return traffic.sent();
  }

  private long next(long time) {
    long stride = time < story.day() ? STRIDE : SHORT_STRIDE;
    long latest = Math.min(story.end(), time + stride);
    long next = time + Story.MINUTE;
    while (next < latest && !story.eventful(time) && !story.eventful(next)) {
      next += Story.MINUTE;
    }
    return next;
  }

  /** On the day itself even what passes fast passes slowly enough for incidents to arrive. */
  private double frame(long time) {
    if (time < story.day()) {
      return 0;
    }
    return story.eventful(time) ? 1 : 0.25;
  }

  private void send(long from, long to) throws IOException {
    for (long time = from; time < to; time += Story.MINUTE) {
      awaitWarning(time);
      narrator.minute(time);
      panel.begin(time);
      stage.feed().send(Stage.POSTS, traffic.minute(time));
      List<Contact> calls = contacts.minute(time);
      for (Contact call : calls) {
        panel.contacts(call.product(), time, 1);
      }
      stage.feed().send(Stage.CONTACTS, calls.stream().map(Contact::record).toList());
      stage.feed().send(Stage.CHANGES, changes.minute(time));
    }
  }

  /** Until the job has come to {@code bucket} and it is time to go on. */
  private void listen(long bucket, long due) throws IOException {
    long latest = pace.now() + PATIENCE_MILLIS;
    take(stage.tail().poll(Duration.ZERO));
    while (pace.now() < due || (counted < bucket && pace.now() < latest)) {
      take(stage.tail().poll(LISTEN));
    }
  }

  /** Nobody says that there was no warning before the job has read what comes before the flood. */
  private void awaitWarning(long time) throws IOException {
    long latest = pace.now() + PATIENCE_FOR_A_WARNING_MILLIS;
    while (narrator.lacksWarning(time) && pace.now() < latest) {
      take(stage.tail().poll(LISTEN));
    }
  }

  private void take(List<Tail.Item> items) throws IOException {
    for (Tail.Item item : items) {
      take(item);
    }
  }

  private void take(Tail.Item item) throws IOException {
    if (item.topic().equals(Stage.OUTPUTS.incidents())) {
      narrator.warn(new Warning(JSON.readTree(item.value())));
    } else if (Company.PRODUCTS.stream().anyMatch(product -> product.id().equals(item.key()))) {
      JsonNode volume = JSON.readTree(item.value());
      long bucket = Instant.parse(volume.path("bucket_start").asText()).toEpochMilli();
      counted = Math.max(counted, bucket);
      panel.complaints(item.key(), bucket, volume.path("posts").asInt());
    }
  }

  private void draw(long time) {
    if (screen.moves()) {
      String now =
          String.format(
              Locale.ROOT,
              "  %s  %,d posts; %s",
              When.moment(time),
              traffic.sent().posts(),
              narrator.scene());
      screen.draw(panel.rows(now, time - Story.MINUTE));
    }
  }
}

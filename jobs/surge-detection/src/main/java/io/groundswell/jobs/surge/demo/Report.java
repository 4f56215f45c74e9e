package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.PostText.Kind;
import io.groundswell.jobs.surge.demo.Story.Surge;
import io.groundswell.jobs.surge.ledger.Ledger;
import io.groundswell.jobs.surge.ledger.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What came of it all, at the end. */
final class Report {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Story story;
  private final Screen screen;
  private final Narrator narrator;

  Report(Story story, Screen screen, Narrator narrator) {
    this.story = story;
    this.screen = screen;
    this.narrator = narrator;
  }

  /**
   * Prints it.
   *
   * @param counters the job's, by name
   * @param seconds that it took
   */
  void print(Sent sent, Map<String, Object> counters, long seconds) {
    screen.say("");
    screen.say(
        "%d days of simulated posts in %d s, through Kafka and Flink:".formatted(days(), seconds));
    count(sent.posts(), "posts sent");
    ledger(counters);
    screen.say("");
    surges();
    others();
    screen.say(
        "  joke     %d posts about %s TV, all chatter: %s"
            .formatted(sent.of(Kind.JOKE), Company.NAME, joked() ? "an incident!" : "no incident"));
    next();
  }

  private long days() {
    return Duration.ofMillis(story.end() - story.begin()).toDays();
  }

  private void ledger(Map<String, Object> counters) {
    if (counters.get(Ledger.READ) instanceof Long read) {
      count(read, "posts read");
      for (Outcome outcome : Outcome.values()) {
        if (counters.get(outcome.label()) instanceof Long count) {
          count(count, "  " + outcome.label().replace('_', ' '));
        }
      }
    }
  }

  private void count(long count, String what) {
    screen.say(String.format(Locale.ROOT, "%,12d %s", count, what));
  }

  private void surges() {
    for (Surge surge : story.surges()) {
      Optional<List<Warning>> found =
          narrator.incidents().values().stream()
              .filter(updates -> updates.get(0).cause(story).filter(surge::equals).isPresent())
              .findFirst();
      screen.say(found.map(updates -> caught(surge, updates)).orElse("  missed   " + surge.what()));
    }
  }

  private static String caught(Surge surge, List<Warning> updates) {
    Warning opening = updates.get(0);
    String worst = updates.stream().map(Warning::severity).sorted().findFirst().orElse("");
    OptionalLong lead =
        updates.stream()
            .map(Warning::lead)
            .filter(OptionalLong::isPresent)
            .reduce(OptionalLong.empty(), (before, after) -> after);
    return "  caught   %s%n           %s %s, %s after it began, %s; %s"
        .formatted(
            surge.what(),
            worst,
            opening.name(),
            When.minutes(opening.detectedAt() - surge.from()),
            lead.isPresent() ? Narrator.ahead(lead) : "the support queue has not surged",
            end(updates));
  }

  private static String end(List<Warning> updates) {
    Warning last = updates.get(updates.size() - 1);
    return "resolved".equals(last.status())
        ? "over at " + When.minute(last.updatedAt())
        : "still open";
  }

  private void others() {
    List<Warning> others =
        narrator.openings().stream().filter(warning -> warning.cause(story).isEmpty()).toList();
    others.forEach(warning -> screen.say("  false    " + warning.title()));
    if (others.isEmpty()) {
      screen.say("  nothing else was raised in %d days".formatted(days()));
    }
  }

  private boolean joked() {
    return narrator.openings().stream()
        .anyMatch(
            warning ->
                warning.cause(story).isEmpty()
                    && warning.detectedAt() > story.joke().from()
                    && warning.detectedAt() < story.joke().until() + HOUR.toMillis());
  }

  private void next() {
    screen.say("");
    screen.say("Company, posts and calls are made up; the job and its default policy are the real");
    screen.say("ones. With your own posts:");
    screen.say("  groundswell detect --help    incidents from files");
    screen.say("  groundswell run --init       settings for posts from your own Kafka");
  }
}

package io.groundswell.jobs.surge.demo;

import io.groundswell.jobs.surge.demo.Story.Joke;
import io.groundswell.jobs.surge.demo.Story.Surge;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Says what happens in the story, and what the job says about it. */
final class Narrator {
  private static final String INDENT = " ".repeat(11);

  private final Story story;
  private final Screen screen;

  /** Every update of every incident, in the order in which they came. */
  private final Map<String, List<Warning>> incidents = new LinkedHashMap<>();

  private String scene = "starting";

  Narrator(Story story, Screen screen) {
    this.story = story;
    this.screen = screen;
  }

  /** What is going on, in a few words. */
  String scene() {
    return scene;
  }

  Map<String, List<Warning>> incidents() {
    return incidents;
  }

  void quietDays() {
    scene = "quiet days, at full speed";
    screen.say(
        "From %s on: quiet days, at full speed. Groundswell learns what is normal."
            .formatted(When.date(story.begin())));
  }

  /** What happens in the minute that begins at {@code time}. */
  void minute(long time) {
    if (time == story.day()) {
      enter(time, "%s, the day of the story; nothing has happened yet".formatted(When.date(time)));
      scene = "nothing special";
    }
    for (Surge surge : story.surges()) {
      surge(surge, time);
    }
    Joke joke = story.joke();
    if (time == joke.from()) {
      scene = "a joke goes round";
      enter(time, "a joke about %s TV goes round".formatted(Company.NAME));
    } else if (time == joke.until()) {
      scene = "nothing special";
      enter(time, "the joke is old; it has raised " + raised(joke));
    }
  }

  private void surge(Surge surge, long time) {
    if (time == surge.from()) {
      scene = surge.what();
      enter(time, surge.what() + "; nobody at " + Company.NAME + " knows");
    } else if (time == surge.flood()) {
      scene = "the support queue floods";
      enter(time, "the support queue floods: " + afterWarning(surge));
    } else if (time == surge.until()) {
      scene = "mended; complaints ebb away";
      enter(time, "mended");
    }
  }

  /** Whether the queue floods in the minute, and the job has said nothing of why. */
  boolean lacksWarning(long time) {
    return story.surges().stream()
        .anyMatch(surge -> surge.flood() == time && warning(surge).isEmpty());
  }

  private Optional<Warning> warning(Surge surge) {
    return openings().stream()
        .filter(warning -> warning.cause(story).filter(surge::equals).isPresent())
        .findFirst();
  }

  private String afterWarning(Surge surge) {
    return warning(surge)
        .map(warning -> When.minutes(surge.flood() - warning.detectedAt()) + " after the warning")
        .orElse("there was no warning");
  }

  private String raised(Joke joke) {
    long count =
        openings().stream()
            .filter(warning -> warning.detectedAt() > joke.from())
            .filter(warning -> warning.cause(story).isEmpty())
            .count();
    return count == 0 ? "no incident" : count + " incidents";
  }

  private void enter(long time, String text) {
    screen.say(When.minute(time) + "  " + text);
  }

  /** The first update of each incident that people are told about. */
  List<Warning> openings() {
    return incidents.values().stream().map(updates -> updates.get(0)).toList();
  }

  /** The job has something to say. */
  void warn(Warning warning) {
    if (!warning.pages()) {
      return;
    }
    List<Warning> updates = incidents.computeIfAbsent(warning.incident(), id -> new ArrayList<>());
    boolean leadIsNew =
        warning.lead().isPresent() && updates.stream().allMatch(known -> known.lead().isEmpty());
    updates.add(warning);
    if (!"updated".equals(warning.status())) {
      screen.say(
          "%s  %s %-10s %s"
              .formatted(
                  When.minute(warning.updatedAt()),
                  warning.severity(),
                  warning.status(),
                  warning.title()));
    }
    if (updates.size() == 1) {
      screen.say(INDENT + delay(warning));
    }
    if (leadIsNew) {
      screen.say(INDENT + "lead as the job measures it: " + ahead(warning.lead()));
    }
  }

  private String delay(Warning opening) {
    return opening
        .cause(story)
        .map(
            surge ->
                "%s after it began, and the support queue %s"
                    .formatted(
                        When.minutes(opening.detectedAt() - surge.from()),
                        opening.detectedAt() < surge.flood() ? "is still quiet" : "was first"))
        .orElse("a false alarm: nothing has happened");
  }

  /** A lead in words. */
  static String ahead(OptionalLong lead) {
    long millis = lead.orElse(0);
    return When.minutes(Math.abs(millis))
        + (millis >= 0 ? " before" : " after")
        + " the simulated support queue";
  }
}

package io.groundswell.jobs.surge.cli;

import io.groundswell.domain.answer.Mute;
import io.groundswell.domain.catalogue.Problem;
import io.groundswell.domain.catalogue.SubjectNames;
import io.groundswell.domain.incident.Figures;
import io.groundswell.jobs.surge.settings.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds back pages about a subject for a while. */
@Command(
    name = "mute",
    description =
        "Holds back pages about a subject for a while; detection goes on, and incidents say who mutes them.",
    footer = {
      "",
      "A product's mute is about its components, regions and terms as well; '*' is",
      "everything. A surge of --factor times the expected people pages anyway; five are",
      "expected at least, so by default 50 people do. What is still open when the mute ends",
      "is paged then. Mutes that come back belong into the policy, under 'mutes'.",
      "",
      "Examples:",
      "  groundswell mute shop/checkout --for 2h --because 'card move' --factor 20",
      "  groundswell mute --list",
      "  groundswell mute shop/checkout --end"
    })
final class MuteCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SUBJECT",
      description = "Such as shop, shop/checkout, shop@IT, @IT or '*'.")
  private String subject;

  @Option(
      names = "--for",
      paramLabel = "DURATION",
      description = "How long, from now on: 30m, 2h, 1d; 30d at most.")
  private String length;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why, for whoever wonders.")
  private String because;

  @Option(
      names = "--factor",
      paramLabel = "TIMES",
      defaultValue = "10",
      description = "So many times the expected people page anyway, 1 to 1000; default 10.")
  private double factor;

  @Option(names = "--list", description = "Say which mutes there are.")
  private boolean list;

  @Option(names = "--end", description = "End the subject's mutes now.")
  private boolean end;

  @Mixin private AnswerTarget target;

  @Override
  public Integer call() {
    long now = System.currentTimeMillis();
    String topic = target.settings().answers().mutes();
    if (list) {
      running(topic, now).forEach(mute -> System.out.println(line(mute)));
      return 0;
    }
    if (subject == null) {
      throw new UsageError("SUBJECT is missing: whose pages are to be held back?");
    }
    Problem problem = new SubjectNames(target.catalogue()).problem("SUBJECT", subject);
    if (problem != null) {
      throw new UsageError(problem.message() + "; " + problem.remedy());
    }
    if (end) {
      end(topic, now);
    } else {
      begin(topic, now);
    }
    return 0;
  }

  private void begin(String topic, long now) {
    long until = now + duration().toMillis();
    if (because == null || because.isBlank()) {
      throw new UsageError("--because is missing: say why, for whoever wonders");
    }
    if (!(factor >= Mute.LEAST_FACTOR && factor <= Mute.MOST_FACTOR)) {
      throw new UsageError("--factor is %s; use 1 to 1000".formatted(Figures.amount(factor)));
    }
    String id = Figures.id(subject, now);
    Mute mute = new Mute(id, subject, now, until, because, target.by(), factor, now);
    target.answers().send(topic, mute);
    System.out.println("Muted " + line(mute));
  }

  private Duration duration() {
    Duration given =
        Durations.parse(length == null ? "" : length)
            .orElseThrow(
                () ->
                    new UsageError(
                        length == null
                            ? "--for is missing: every mute ends; use 30m, 2h or 1d"
                            : "--for is '%s'; use 30m, 2h or 1d".formatted(length)));
    if (given.isZero() || given.compareTo(Mute.LONGEST) > 0) {
      throw new UsageError("--for is %s; use 1m to 30d".formatted(length));
    }
    return given;
  }

  private void end(String topic, long now) {
    List<Mute> own =
        running(topic, now).stream().filter(mute -> mute.subject().equals(subject)).toList();
    if (own.isEmpty()) {
      throw new UsageError(
          "no mute of '%s' is running; 'groundswell mute --list' says which are"
              .formatted(subject));
    }
    for (Mute mute : own) {
      target
          .answers()
          .send(
              topic,
              new Mute(
                  mute.id(),
                  mute.subject(),
                  mute.from(),
                  Math.max(mute.from(), now),
                  mute.because(),
                  mute.by(),
                  mute.factor(),
                  now));
      System.out.printf("Ended the mute of %s by %s.%n", mute.subject(), mute.by());
    }
  }

  private List<Mute> running(String topic, long now) {
    return target.answers().mutes(topic).stream()
        .filter(mute -> mute.until() > now)
        .sorted(Comparator.comparing(Mute::subject).thenComparingLong(Mute::until))
        .toList();
  }

  private static String line(Mute mute) {
    return String.format(
        Locale.ROOT,
        "%s until %s by %s, because %s; %s times the expected people page anyway",
        mute.subject(),
        Instant.ofEpochMilli(mute.until()).truncatedTo(ChronoUnit.SECONDS),
        mute.by(),
        mute.because(),
        Figures.amount(mute.factor()));
  }
}

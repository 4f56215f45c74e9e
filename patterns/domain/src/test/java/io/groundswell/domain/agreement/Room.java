package io.groundswell.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A product whose complaints are heard, minute by minute. */
final class Room {
  static final long MINUTE = 60_000;
  static final long HOUR = 60 * MINUTE;

  private static final int VOCABULARY = 600;

  final Hearing hearing = new Hearing();
  final Background background = new Background();
  final KeptTerms kept = new KeptTerms();
  private final Agreement agreement = new Agreement();
  private final Terms terms = new Terms();
  private final Random random;
  private long now = 20_000L * 24 * HOUR;
  private long authors;

  Room(long seed) {
    random = new Random(seed);
  }

  long now() {
    return now;
  }

  /** Goes on by so many minutes, in which nobody complains. */
  Room pass(int minutes) {
    now += minutes * MINUTE;
    return this;
  }

  /** Different people complain about this and that for so many hours, twelve of them an hour. */
  List<Integer> calm(int hours) {
    List<Integer> said = new ArrayList<>();
    for (int i = 0; i < hours * 12; i++) {
      pass(1 + random.nextInt(9));
      said.addAll(hear(anything()));
    }
    return said;
  }

  /** A bucket closes in which new people say these texts. */
  List<Integer> hear(String... texts) {
    Said[] said = new Said[texts.length];
    for (int i = 0; i < texts.length; i++) {
      authors++;
      said[i] = Said.of(authors, authors, texts[i]);
    }
    return hear(said);
  }

  /** A bucket closes. */
  List<Integer> hear(Said... said) {
    begin();
    List<Integer> evidence = new ArrayList<>();
    for (Said one : said) {
      if (!one.echo()) {
        Heard heard = new Heard(now, one.voice(), one.hashes());
        evidence.add(agreement.hear(hearing, () -> background, heard));
      }
    }
    return evidence;
  }

  /** A bucket closes; which terms are scored. */
  List<TermVolume> terms(Said... said) {
    hear(said);
    return terms.close(kept, hearing, () -> background, now, List.of(said));
  }

  List<TermVolume> terms(String... texts) {
    Said[] said = new Said[texts.length];
    for (int i = 0; i < texts.length; i++) {
      authors++;
      said[i] = Said.of(authors, authors, texts[i]);
    }
    return terms(said);
  }

  private void begin() {
    hearing.turnTo(now);
    if (hearing.isDue(now)) {
      hearing.becomeBackground(background, now);
    }
    agreement.begin();
  }

  /** Words as people use them: a few often, many hardly ever. */
  String anything() {
    StringBuilder text = new StringBuilder("the app");
    for (int i = 0; i < 14; i++) {
      double rank = VOCABULARY * Math.pow(random.nextDouble(), 2.5);
      text.append(' ').append(word((int) rank));
    }
    return text.toString();
  }

  /** Words that differ in their first letters. */
  static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number + 1_000; rest > 0; rest /= 13) {
      word.append((char) ('a' + rest % 13)).append("nrst".charAt(rest % 4));
    }
    return word.toString();
  }
}

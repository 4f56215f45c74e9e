package io.groundswell.jobs.benchmark.feed;

import java.util.List;
import java.util.Random;

/** Texts of posts, of our own invention; {@code %1$s} is a product, {@code %2$s} a component. */
final class Wording {
  private static final List<String> COMPLAINTS =
      List.of(
          "%1$s is down again, %2$s does not load and I cannot log in at all",
          "the %2$s of %1$s keeps crashing with an error since the update, useless",
          "%1$s not working since this morning, %2$s just shows an error",
          "anyone else? %1$s is down, %2$s fails every time and support does not answer",
          "my %2$s is broken, %1$s stopped working and nobody helps",
          "still no %2$s, %1$s has been down for two hours, terrible service",
          "%1$s charged me twice and %2$s will not open, fix this",
          "cannot connect to %1$s, %2$s crashes as soon as I open it");

  private static final List<String> MORE_COMPLAINTS =
      List.of(
          "tried it three times, same error",
          "I need this to work today and it fails every time",
          "second outage this week",
          "support does not answer",
          "it worked yesterday and now nothing loads",
          "this is useless, I want my money back");

  private static final List<String> NAMING =
      List.of(
          "love the new %2$s of %1$s",
          "just got %1$s and it is perfect, the %2$s is lovely",
          "%1$s is great, best %2$s I have ever had",
          "thank you %1$s, you made my day with %2$s",
          "the staff of %1$s showed me %2$s, so kind",
          "big thanks to %1$s, %2$s is so easy to use",
          "congrats %1$s on the award for %2$s");

  private static final List<String> OTHER =
      List.of(
          "what a lovely evening by the river",
          "new recipe tonight, tomato soup with basil",
          "we walked up the hill and saw the whole valley",
          "my sister sings in the choir this weekend",
          "coffee with old friends, best way to start a day",
          "the garden is full of bees, so happy");

  private static final List<String> MORE =
      List.of(
          "have a great weekend everyone",
          "sunshine all week, so happy",
          "see you all at the concert on Friday",
          "pictures from the trip are lovely",
          "good morning from the harbour",
          "reading a wonderful book about whales",
          "cheers to all of you",
          "my little one learned to ride a bike");

  private static final int OWN_WORDS = 9;
  private static final List<String> SYLLABLES =
      List.of("ba", "be", "bi", "bo", "da", "de", "di", "do", "ka", "ke", "ki", "ko", "ma", "me");

  private final Random random;

  Wording(Random random) {
    this.random = random;
  }

  /** A text of about {@code length} characters. */
  String text(Kind kind, String product, String component, int length) {
    List<String> first =
        switch (kind) {
          case COMPLAINT -> COMPLAINTS;
          case NAMING -> NAMING;
          case OTHER -> OTHER;
        };
    StringBuilder text = new StringBuilder(length + 64);
    text.append(pick(first).replace("%1$s", product).replace("%2$s", component));
    List<String> more = kind == Kind.COMPLAINT ? MORE_COMPLAINTS : MORE;
    while (text.length() < length) {
      text.append(". ").append(pick(more));
    }
    return text.toString();
  }

  /** Nine words that hardly anybody else uses together. */
  String own() {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < OWN_WORDS; word++) {
      words.append(word == 0 ? "" : " ");
      for (int syllable = 0; syllable < 3; syllable++) {
        words.append(pick(SYLLABLES));
      }
    }
    return words.toString();
  }

  private String pick(List<String> sentences) {
    return sentences.get(random.nextInt(sentences.size()));
  }
}

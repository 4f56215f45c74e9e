package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.domain.post.Hash64;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A brigade: accounts that post one script about one product within an hour. The same seed, the
 * same posts.
 */
public final class Brigade {
  /** How long it posts. */
  public static final Duration LENGTH = Duration.ofHours(1);

  private static final String[] JOINTS = {". ", ", ", " and "};

  private final String product;
  private final Random random;

  private Brigade(String product, Random random) {
    this.product = product;
    this.random = random;
  }

  /** How many templates there are of a kind. */
  public static int templates(BrigadeKind kind) {
    return Scripts.shipped().of(kind).size();
  }

  /**
   * The posts of one brigade, in the order of their times.
   *
   * @param template which one, from 0
   * @param product a name by which the product is known
   * @param authors how many accounts post, once each
   * @param from when it begins
   */
  public static List<ScriptedPost> posts(
      BrigadeKind kind, int template, String product, int authors, Instant from, long seed) {
    Random random = new Random(Hash64.of(kind.label(), template + "/" + seed));
    List<String> texts = new Brigade(product, random).texts(kind, template, authors);
    List<ScriptedPost> posts = new ArrayList<>();
    long[] times = random.longs(authors, 0, LENGTH.toMillis()).sorted().toArray();
    for (int i = 0; i < authors; i++) {
      String author = "scripted-%s-%d-%d-%d".formatted(kind.label(), template, seed, i);
      posts.add(new ScriptedPost(from.plusMillis(times[i]), author, texts.get(i)));
    }
    return posts;
  }

  private List<String> texts(BrigadeKind kind, int template, int copies) {
    String line = Scripts.shipped().of(kind).get(template);
    if (kind == BrigadeKind.IDENTICAL) {
      return Collections.nCopies(copies, filled(line));
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < copies; i++) {
      texts.add(
          switch (kind) {
            case SHUFFLED -> shuffled(line);
            case PARAPHRASE -> paraphrased(line);
            default -> filled(line);
          });
    }
    return texts;
  }

  private String filled(String line) {
    StringBuilder text = new StringBuilder();
    int i = 0;
    for (int open = line.indexOf('{'); open >= 0; open = line.indexOf('{', i)) {
      int close = line.indexOf('}', open);
      text.append(line, i, open).append(value(line.substring(open + 1, close)));
      i = close + 1;
    }
    return text.append(line, i, line.length()).toString();
  }

  private String value(String slot) {
    return slot.equals("product") ? product : oneOf(Scripts.shipped().values(slot));
  }

  private String shuffled(String line) {
    List<String> clauses = new ArrayList<>(List.of(Scripts.CLAUSES.split(line, -1)));
    Collections.shuffle(clauses, random);
    StringBuilder text = new StringBuilder(clauses.get(0));
    for (String clause : clauses.subList(1, clauses.size())) {
      text.append(JOINTS[random.nextInt(JOINTS.length)]).append(clause);
    }
    return filled(text.toString());
  }

  private String paraphrased(String line) {
    List<String> clauses = new ArrayList<>();
    for (String clause : Scripts.CLAUSES.split(line, -1)) {
      clauses.add(oneOf(List.of(Scripts.WAYS.split(clause, -1))));
    }
    return filled(String.join(" ", clauses));
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }
}

package io.groundswell.jobs.surge.evaluate.brigade;

import io.groundswell.domain.triage.LabelledText;
import io.groundswell.domain.triage.Templates;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What people complain about, each in their own words: the templates that triage learns from, none
 * of them again before all others have been used, which takes days.
 */
public final class People {
  private static final int COPIES = 2;
  private static final List<List<String>> SAYINGS = sayings();

  private final List<List<String>> order = new ArrayList<>(SAYINGS);

  /** People of one seed. */
  public People(long seed) {
    Collections.shuffle(order, new Random(seed));
  }

  /** How many speak before the first template is used again. */
  public int different() {
    return order.size();
  }

  /** What the n-th of them says, from 0. */
  public String says(int n) {
    List<String> copies = order.get(n % order.size());
    return copies.get(n / order.size() % copies.size());
  }

  private static List<List<String>> sayings() {
    return Templates.expanded("en", COPIES).stream()
        .filter(texts -> texts.get(0).complaint())
        .map(texts -> texts.stream().map(LabelledText::text).toList())
        .toList();
  }
}

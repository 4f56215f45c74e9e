package io.groundswell.jobs.surge.evaluate.brigade;

import java.util.Locale;

/** How a brigade's texts are made from one template. */
public enum BrigadeKind {
  /** Every author posts the same text. */
  IDENTICAL("slots1"),
  /** One word differs. */
  SLOTS1("slots1"),
  /** Two words differ. */
  SLOTS2("slots2"),
  /** Three words differ. */
  SLOTS3("slots3"),
  /** Clauses come in any order, some with a word that differs. */
  SHUFFLED("shuffled"),
  /** Every clause is said in other words, as a machine does when it is asked for variants. */
  PARAPHRASE("paraphrase");

  private final String section;

  BrigadeKind(String section) {
    this.section = section;
  }

  /** Where its templates stand. */
  String section() {
    return section;
  }

  /** For people and files: {@code slots1}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}

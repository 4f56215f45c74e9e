package io.groundswell.jobs.surge.cli;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/**
 * An environment that has everything, for what is only shown: a secret that is not set yet is a
 * word that no preview shows.
 */
public final class Placeholders extends AbstractMap<String, String> {
  private static final String NOT_SET = "not-set";

  private final Map<String, String> environment;

  /** Has what is set, and something for the rest. */
  public Placeholders(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public String get(Object name) {
    String value = environment.get(name);
    return value == null ? NOT_SET : value;
  }

  @Override
  public Set<Entry<String, String>> entrySet() {
    return environment.entrySet();
  }
}

package io.groundswell.jobs.notification.destination;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.groundswell.jobs.notification.settings.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Strikes a destination's secrets from what people get to see, in any form they are sent in. */
public final class Struck {
  private static final String STRUCK = "***";

  /** The longest first, so that none is left half. */
  private final Set<String> forms =
      new TreeSet<>(
          Comparator.comparingInt(String::length)
              .reversed()
              .thenComparing(Comparator.naturalOrder()));

  private Struck(List<String> values) {
    for (String value : values) {
      add(value);
      add(new String(JsonStringEncoder.getInstance().quoteAsString(value)));
      add(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** Strikes these; those that are null are not there. */
  public static Struck of(@Nullable Secret... secrets) {
    return new Struck(
        java.util.Arrays.stream(secrets).filter(Objects::nonNull).map(Secret::reveal).toList());
  }

  private void add(String form) {
    if (!form.isEmpty()) {
      forms.add(form);
    }
  }

  /** The text without them. */
  public String from(String text) {
    String left = text;
    for (String form : forms) {
      left = left.replace(form, STRUCK);
    }
    return left;
  }

  /** Secrets are secret. */
  @Override
  public String toString() {
    return STRUCK;
  }
}

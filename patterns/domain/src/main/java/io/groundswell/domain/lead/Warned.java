package io.groundswell.domain.lead;

import java.util.Locale;

/** How a surge of the support queue stands to what people were told. */
public enum Warned {
  /** An incident of its cause was told before it began. */
  WARNED,
  /** The first incident of its cause came when it had begun. */
  TOLD_LATER,
  /** No incident of its cause has come. */
  UNWARNED;

  /** The name that outputs use, such as {@code told-later}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

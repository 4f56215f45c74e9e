package io.groundswell.domain.agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * The terms of a product that are subjects at present, at most {@value Terms#MOST_KEPT}. Mutable
 * and flat, since it is operator state.
 */
public final class KeptTerms {
  /** The terms, in the order in which they became subjects. */
  public List<KeptTerm> terms = new ArrayList<>();
}

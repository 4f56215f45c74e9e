package io.groundswell.jobs.surge.incident;

import java.util.ArrayList;
import java.util.List;

/** What has to be forgotten with a bucket. Mutable and flat, since it is operator state. */
public final class Slice {
  /** Products that were reported about. */
  public List<String> products = new ArrayList<>();

  /** Identities of posts that were withdrawn. */
  public List<Long> withdrawn = new ArrayList<>();
}

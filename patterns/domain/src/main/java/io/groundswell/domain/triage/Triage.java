package io.groundswell.domain.triage;

import io.groundswell.domain.post.Post;

/** Tells complaints from chatter. */
public interface Triage {

  /** Probability that the post reports a problem its author has or suspects now, 0 to 1. */
  double complaint(Post post);

  /** Content hash of the model, for people to tell which one judged. */
  String version();
}

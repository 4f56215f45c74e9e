package io.groundswell.jobs.surge.cli;

import java.util.List;

/**
 * A job beside the main one, whose jar lies beside the main job's. Named in its jar under {@code
 * META-INF/services}, so that the main job need not know it.
 */
public interface Companion {
  /** Its commands, as picocli takes them. */
  List<Object> commands();
}

package io.groundswell.jobs.surge.cli;

import java.util.List;

/**
 * Further commands under {@code groundswell state}, whose jar lies beside the main job's. Named in
 * its jar under {@code META-INF/services}, so that the main job's jar need not hold them.
 */
public interface StateTools {
  /** The commands, as picocli takes them. */
  List<Object> commands();
}

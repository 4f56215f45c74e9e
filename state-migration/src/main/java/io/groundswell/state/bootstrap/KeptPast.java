package io.groundswell.state.bootstrap;

import io.groundswell.jobs.surge.Rules;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Finds in a warehouse what came before a job begins. Its jar lies beside this one and names it
 * under {@code META-INF/services}: who reads warehouses knows savepoints, and not the other way
 * round.
 */
public interface KeptPast {

  /**
   * All that was kept.
   *
   * @param rules what the live job decides by
   * @param withChanges whether it reads change events
   */
  Past in(Path warehouse, Rules rules, boolean withChanges) throws IOException;
}

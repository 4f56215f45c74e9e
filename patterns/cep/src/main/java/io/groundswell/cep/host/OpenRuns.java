package io.groundswell.cep.host;

import java.util.List;

/**
 * What has partial matches in a group, so that nothing else has to be looked for.
 *
 * @param runs in no particular order
 */
public record OpenRuns(List<OpenRun> runs) {
  /** Copies the list. */
  public OpenRuns {
    runs = List.copyOf(runs);
  }
}

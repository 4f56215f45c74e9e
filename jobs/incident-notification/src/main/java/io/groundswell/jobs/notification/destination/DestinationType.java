package io.groundswell.jobs.notification.destination;

import io.groundswell.jobs.notification.settings.Block;
import io.groundswell.jobs.notification.web.Web;

/**
 * A kind of destination. One class implements it, and one line in {@code
 * META-INF/services/io.groundswell.jobs.notification.destination.DestinationType} makes it known.
 */
public interface DestinationType {
  /** The word after {@code type:} in the settings, such as {@code pagerduty}. */
  String name();

  /**
   * A destination as a block of settings describes it.
   *
   * @param block its keys; what is not asked for is refused afterwards as unknown
   * @param web how HTTP calls are made
   */
  Destination open(Block block, Web web);
}

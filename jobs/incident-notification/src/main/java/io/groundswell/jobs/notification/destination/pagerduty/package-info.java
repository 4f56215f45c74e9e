/** PagerDuty, by its Events API v2. */
@NullMarked
package io.groundswell.jobs.notification.destination.pagerduty;

import org.jspecify.annotations.NullMarked;

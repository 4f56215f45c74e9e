/** What {@code notify.yaml} says. */
@NullMarked
package io.groundswell.jobs.notification.settings;

import org.jspecify.annotations.NullMarked;

/** Any receiver of CloudEvents over HTTP. */
@NullMarked
package io.groundswell.jobs.notification.destination.webhook;

import org.jspecify.annotations.NullMarked;

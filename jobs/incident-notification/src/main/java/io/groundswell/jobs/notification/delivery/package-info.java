/** What is still to be delivered, in which order, and what became of it. */
@NullMarked
package io.groundswell.jobs.notification.delivery;

import org.jspecify.annotations.NullMarked;

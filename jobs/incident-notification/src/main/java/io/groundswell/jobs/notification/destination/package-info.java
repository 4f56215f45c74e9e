/** Where notices go: a class and a block of settings each. */
@NullMarked
package io.groundswell.jobs.notification.destination;

import org.jspecify.annotations.NullMarked;

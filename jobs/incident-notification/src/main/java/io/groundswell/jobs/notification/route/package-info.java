/** Who is told of what. */
@NullMarked
package io.groundswell.jobs.notification.route;

import org.jspecify.annotations.NullMarked;

/** The second job: updates of incidents in, notices out. */
@NullMarked
package io.groundswell.jobs.notification;

import org.jspecify.annotations.NullMarked;

/** What a week of incidents came to, for people who decide what to mend. */
@NullMarked
package io.groundswell.jobs.notification.report;

import org.jspecify.annotations.NullMarked;

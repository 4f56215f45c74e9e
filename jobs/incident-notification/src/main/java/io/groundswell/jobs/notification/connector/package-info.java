/** What the job reads from and writes to, apart from destinations. */
@NullMarked
package io.groundswell.jobs.notification.connector;

import org.jspecify.annotations.NullMarked;

/** Commands of the second job. */
package io.groundswell.jobs.notification.cli;

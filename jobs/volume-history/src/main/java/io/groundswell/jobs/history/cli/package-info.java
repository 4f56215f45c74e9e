/** Commands. */
package io.groundswell.jobs.history.cli;

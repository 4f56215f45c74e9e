/** Slack, by its web API or an incoming webhook. */
@NullMarked
package io.groundswell.jobs.notification.destination.slack;

import org.jspecify.annotations.NullMarked;

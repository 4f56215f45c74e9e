/** Prometheus' Alertmanager, by its API v2. */
@NullMarked
package io.groundswell.jobs.notification.destination.alertmanager;

import org.jspecify.annotations.NullMarked;

/** Atlassian's Statuspage: a draft for a person, nothing published. */
@NullMarked
package io.groundswell.jobs.notification.destination.statuspage;

import org.jspecify.annotations.NullMarked;

/** Mail, which every help desk can take. */
@NullMarked
package io.groundswell.jobs.notification.destination.email;

import org.jspecify.annotations.NullMarked;

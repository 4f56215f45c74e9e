/** An incident as people are told of it. */
@NullMarked
package io.groundswell.jobs.notification.notice;

import org.jspecify.annotations.NullMarked;

/** What people answer to an incident, by a signed webhook. */
@NullMarked
package io.groundswell.jobs.notification.answer;

import org.jspecify.annotations.NullMarked;

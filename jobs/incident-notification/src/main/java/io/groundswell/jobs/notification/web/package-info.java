/** How destinations are reached over HTTP. */
@NullMarked
package io.groundswell.jobs.notification.web;

import org.jspecify.annotations.NullMarked;

/** Volumes: how many people complain about a subject in a slice of event time. */
@NullMarked
package io.groundswell.domain.volume;

import org.jspecify.annotations.NullMarked;

/** Feeds: what posts come from, and when one of them goes blind. */
@NullMarked
package io.groundswell.domain.feed;

import org.jspecify.annotations.NullMarked;

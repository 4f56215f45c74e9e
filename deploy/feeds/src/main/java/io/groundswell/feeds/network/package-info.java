/** The networks, one class each. */
@NullMarked
package io.groundswell.feeds.network;

import org.jspecify.annotations.NullMarked;

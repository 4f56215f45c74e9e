/** The topic that a feed writes to and resumes from. */
@NullMarked
package io.groundswell.feeds.kafka;

import org.jspecify.annotations.NullMarked;

/** The cluster that is done harm to, and what belongs to it. */
@NullMarked
package io.groundswell.chaos.cluster;

import org.jspecify.annotations.NullMarked;

/** Patterns as data: stages over scored buckets, written by users, checked before they run. */
@NullMarked
package io.groundswell.domain.pattern;

import org.jspecify.annotations.NullMarked;

/** What becomes of posts, incidents and pages while machines, brokers and inputs fail. */
@NullMarked
package io.groundswell.chaos;

import org.jspecify.annotations.NullMarked;

/** Posts: what people write, and why a record could not be read as one. */
@NullMarked
package io.groundswell.domain.post;

import org.jspecify.annotations.NullMarked;

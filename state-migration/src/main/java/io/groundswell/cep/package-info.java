/** Types of patterns that only old savepoints know. */
@NullMarked
package io.groundswell.cep;

import org.jspecify.annotations.NullMarked;

/** Patterns as they are written: the YAML of users and of the built-in ones. */
@NullMarked
package io.groundswell.cep.language;

import org.jspecify.annotations.NullMarked;

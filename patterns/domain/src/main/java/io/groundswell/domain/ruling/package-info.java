/** What people change of a job while it runs: which rules hold from which moment on. */
@NullMarked
package io.groundswell.domain.ruling;

import org.jspecify.annotations.NullMarked;

/** What people answer to incidents, and what they want to hear nothing of for a while. */
@NullMarked
package io.groundswell.domain.answer;

import org.jspecify.annotations.NullMarked;

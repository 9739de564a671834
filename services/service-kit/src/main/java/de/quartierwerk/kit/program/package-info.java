/**
 * Programs that a service starts because their work may need too much memory or time, see
 * {@link de.quartierwerk.kit.program.JavaProgram}.
 */
@NullMarked
package de.quartierwerk.kit.program;

import org.jspecify.annotations.NullMarked;

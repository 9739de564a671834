/** Which failures pass by themselves, see {@link de.quartierwerk.kit.failure.Passing}. */
@NullMarked
package de.quartierwerk.kit.failure;

import org.jspecify.annotations.NullMarked;

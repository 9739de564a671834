/** Waiting for what is about to be true, with an end. */
@NullMarked
package de.quartierwerk.kit.patience;

import org.jspecify.annotations.NullMarked;

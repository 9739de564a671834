/** Days on which spaces are valid. */
@NullMarked
package de.quartierwerk.registry.validity;

import org.jspecify.annotations.NullMarked;

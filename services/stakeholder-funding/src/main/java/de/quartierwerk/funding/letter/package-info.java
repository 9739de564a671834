/** Documents that the administration makes for a grant (Bescheide, Anhörungen): numbered, kept as they were made. */
@NullMarked
package de.quartierwerk.funding.letter;

import org.jspecify.annotations.NullMarked;

/** Programmes: what is funded from which money, and by which criteria, tied to published needs. */
@NullMarked
package de.quartierwerk.funding.programme;

import org.jspecify.annotations.NullMarked;

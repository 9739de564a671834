/** What this service knows about social spaces, and what a caller may see by them. */
@NullMarked
package de.quartierwerk.funding.space;

import org.jspecify.annotations.NullMarked;

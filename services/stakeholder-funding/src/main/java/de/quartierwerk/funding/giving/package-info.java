/** Decided grants as open data, after the 360Giving standard 1.4. */
@NullMarked
package de.quartierwerk.funding.giving;

import org.jspecify.annotations.NullMarked;

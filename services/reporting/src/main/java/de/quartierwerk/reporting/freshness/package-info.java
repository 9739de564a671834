/** How current the read model is. */
@NullMarked
package de.quartierwerk.reporting.freshness;

import org.jspecify.annotations.NullMarked;

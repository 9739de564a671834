/** Base rates (Basiszinssätze, § 247 BGB), kept as data. */
@NullMarked
package de.quartierwerk.funding.baserate;

import org.jspecify.annotations.NullMarked;

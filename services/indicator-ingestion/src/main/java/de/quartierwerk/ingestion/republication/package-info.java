/** The catalogue and all releases once more, as the usual events. */
@NullMarked
package de.quartierwerk.ingestion.republication;

import org.jspecify.annotations.NullMarked;

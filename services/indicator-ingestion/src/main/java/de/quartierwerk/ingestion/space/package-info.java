/**
 * The spaces as this service knows them: a read model of the registry's levels and spaces, kept by its events, and the
 * question whether a space lies in a caller's areas.
 */
@NullMarked
package de.quartierwerk.ingestion.space;

import org.jspecify.annotations.NullMarked;

/**
 * Mappings (Zuordnungen): documents that say what the columns of a delivered file mean, and stored ones, the profiles
 * (Lieferprofile). A mapping is checked by itself, then bound to the columns that a file really has.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.mapping;

import org.jspecify.annotations.NullMarked;

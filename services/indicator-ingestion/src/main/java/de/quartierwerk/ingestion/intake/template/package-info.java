/** Spreadsheets to fill in (Vorlagen): what a stored mapping expects, one row per expected space. */
@NullMarked
package de.quartierwerk.ingestion.intake.template;

import org.jspecify.annotations.NullMarked;

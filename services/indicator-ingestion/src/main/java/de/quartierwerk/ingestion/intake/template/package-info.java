/** Spreadsheets to fill in (Vorlagen): what a stored mapping expects, one row per expected space. */
package de.quartierwerk.ingestion.intake.template;

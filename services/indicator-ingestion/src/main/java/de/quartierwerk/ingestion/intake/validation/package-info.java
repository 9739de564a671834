/**
 * Checking a submission (Prüfung) in a stream: each cell becomes a value or a finding that names its place; values are
 * loaded by COPY beside the released ones.
 */
package de.quartierwerk.ingestion.intake.validation;

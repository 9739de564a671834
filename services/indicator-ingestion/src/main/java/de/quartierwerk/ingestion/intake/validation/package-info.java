/**
 * Checking a submission (Prüfung). The file is read in a stream ({@code reading}): each cell becomes a value or a
 * finding that names its place. Good values are loaded by COPY beside the released ones ({@code staging}). Then one
 * check after the other looks at the file as a whole ({@code checks}).
 */
@NullMarked
package de.quartierwerk.ingestion.intake.validation;

import org.jspecify.annotations.NullMarked;

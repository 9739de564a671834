/**
 * Delivered files: what they are (charset, delimiter, decimal sign, header), how their rows are read in a stream, and
 * how their numbers and marks are understood. Nothing here knows an indicator or a space, and no file is ever held in
 * memory as a whole.
 */
@NullMarked
package de.quartierwerk.ingestion.intake.file;

import org.jspecify.annotations.NullMarked;

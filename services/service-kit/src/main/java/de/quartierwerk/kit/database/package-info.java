/**
 * SQL over sets of rows: {@code Jdbi} for statements, {@link de.quartierwerk.kit.database.CopyLoader} for COPY. What is
 * read and written one row at a time goes through a Panache repository instead.
 */
@NullMarked
package de.quartierwerk.kit.database;

import org.jspecify.annotations.NullMarked;

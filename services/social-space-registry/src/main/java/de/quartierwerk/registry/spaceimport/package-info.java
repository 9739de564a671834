/**
 * Imports (Importe) of spaces: a file is read into rows and findings; the good rows are staged, compared with the
 * registry in the database, applied in one transaction and published in batches.
 *
 * <p>Reading ({@code SpaceFile}, {@code GeoJsonSpaces}, {@code CsvSpaces}) is plain Java. Whatever depends on the state
 * of the registry (parents, areas, what is new) is SQL over all rows at once ({@code RowComparisonStatements},
 * {@code RowApplicationStatements}), so that a hundred thousand spaces take seconds.
 */
@NullMarked
package de.quartierwerk.registry.spaceimport;

import org.jspecify.annotations.NullMarked;

/**
 * Imports (Importe) of spaces: a GeoJSON or CSV file is read into rows and findings, the good rows are staged, compared
 * with the registry in the database, applied in one transaction and published in batches.
 *
 * <p>Reading ({@code SpaceFile}, {@code GeoJsonSpaces}, {@code CsvSpaces}) is plain Java; everything that depends on
 * the registry's state (parents, areas, what is new) is set-based SQL in {@code ImportRepository}, so that a hundred
 * thousand spaces take seconds.
 */
package de.quartierwerk.registry.spaceimport;

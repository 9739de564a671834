package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelRules;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a file of spaces is read and applied, complete and checked.
 *
 * @param level level of all spaces of the file
 * @param keyProperty property or column with the key
 * @param nameProperty property or column with the name
 * @param parent how parents are found; absent: the column {@code parent} of a CSV file, none for GeoJSON
 * @param validFrom first day on which the file's state holds
 * @param crs coordinate reference system of a GeoJSON file; absent: what the file says, else EPSG:4326
 * @param atomic all or nothing
 * @param dryRun checks and counts only
 * @param tolerance metres by which a boundary may differ from the present one and still be the same
 * @param layer layer of a file that has several
 * @param where which rows are read; absent: all
 * @param keyForm how keys of the file become keys of spaces
 * @param attributes properties or columns that are kept as attributes; absent: all
 * @param rules what the level says of its spaces
 * @param anywhere whether a boundary that seems to lie in a wrong place is taken with a warning
 */
record ImportOptions(
        String level,
        String keyProperty,
        String nameProperty,
        @Nullable ParentRule parent,
        LocalDate validFrom,
        @Nullable Crs crs,
        boolean atomic,
        boolean dryRun,
        double tolerance,
        boolean anywhere,
        @Nullable String layer,
        @Nullable RowFilter where,
        KeyForm keyForm,
        @Nullable Set<String> attributes,
        LevelRules rules) {}

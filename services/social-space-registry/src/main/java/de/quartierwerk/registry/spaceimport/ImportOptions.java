package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelRules;
import java.time.LocalDate;
import java.util.Objects;
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
 * @param sameKey what several rows of one key are
 * @param shortNameProperty property or column with the short name
 * @param validFromProperty property or column with the first day of a row's own span
 * @param validToProperty property or column with its last day
 * @param ownSpans whether files in our own form say themselves when their spaces hold; so where the caller says nothing
 * @param rules what the level says of its spaces; not kept with a stored file, since the level may change
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
        SameKeyRule sameKey,
        @Nullable String shortNameProperty,
        @Nullable String validFromProperty,
        @Nullable String validToProperty,
        boolean ownSpans,
        @JsonIgnore LevelRules rules) {
    ImportOptions {
        rules = Objects.requireNonNullElse(rules, LevelRules.NONE);
    }

    /** The same with what the level says now. */
    ImportOptions with(LevelRules present) {
        return new ImportOptions(
                level,
                keyProperty,
                nameProperty,
                parent,
                validFrom,
                crs,
                atomic,
                dryRun,
                tolerance,
                anywhere,
                layer,
                where,
                keyForm,
                attributes,
                sameKey,
                shortNameProperty,
                validFromProperty,
                validToProperty,
                ownSpans,
                present);
    }

    /** Whether rows have spans of validity of their own. */
    boolean varying() {
        return validFromProperty != null || validToProperty != null;
    }

    /** The property or column with parents, if there is one. */
    @Nullable
    String parentProperty() {
        return parent == null ? null : parent.property();
    }
}

package de.quartierwerk.registry.spaceimport;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How a file of spaces is to be read and applied.
 *
 * @param level level of all spaces of the file
 * @param keyProperty property or column with the key, {@code key} when left out
 * @param nameProperty property or column with the name, {@code name} when left out
 * @param parent how parents are found; left out: the column {@code parent} of a CSV file, none for GeoJSON
 * @param validFrom first day on which the file's state holds, today when left out
 * @param crs coordinate reference system of a GeoJSON file; left out: what the file says, else EPSG:4326
 * @param atomic all or nothing
 * @param dryRun checks and counts only
 */
@Schema(description = "How a file of spaces is read and applied")
public record ImportOptions(
        @Schema(examples = "planning-area", required = true) String level,
        @Schema(examples = "id", defaultValue = "key") String keyProperty,
        @Schema(examples = "name", defaultValue = "name") String nameProperty,
        ParentRule parent,

        @Schema(examples = "2006-01-01", description = "Today when left out")
        LocalDate validFrom,

        @Schema(
                examples = "EPSG:4326",
                description = "EPSG:4326, EPSG:3857, EPSG:25832 or EPSG:25833; left out: what the file says")
        String crs,

        @Schema(defaultValue = "false") Boolean atomic,
        @Schema(defaultValue = "false") Boolean dryRun) {

    /** The same with what was left out filled in; {@code parent} and {@code crs} may stay null. */
    ImportOptions complete(LocalDate today) {
        return new ImportOptions(
                level,
                keyProperty == null ? "key" : keyProperty,
                nameProperty == null ? "name" : nameProperty,
                parent,
                validFrom == null ? today : validFrom,
                crs,
                Boolean.TRUE.equals(atomic),
                Boolean.TRUE.equals(dryRun));
    }
}

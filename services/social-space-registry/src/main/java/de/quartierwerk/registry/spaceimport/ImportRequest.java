package de.quartierwerk.registry.spaceimport;

import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.level.LevelRules;
import de.quartierwerk.registry.validity.AnyDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The options of an import as the caller gives them; see {@link ImportOptions} for the parts. */
@Schema(
        name = "SpaceImportOptions",
        description = "How a file of spaces is read and applied",
        requiredProperties = "level")
record ImportRequest(
        @Schema(examples = "planning-area") String level,

        @Schema(examples = "id", defaultValue = "key") @Nullable
        String keyProperty,

        @Schema(examples = "name", defaultValue = "name") @Nullable
        String nameProperty,

        @Nullable ParentRule parent,

        @Schema(
                examples = "2006-01-01",
                description =
                        "Left out: what a file says that the registry has listed or exported; with other files today")
        @AnyDay
        @Nullable
        LocalDate validFrom,

        @Schema(
                examples = "EPSG:4326",
                description =
                        "One of EPSG:4326, 4258, 3857, 25831 to 25833, 3035, 4647, 5650, 31466 to 31469; left out: what the"
                                + " file says")
        @Nullable
        String crs,

        @Schema(defaultValue = "false") @Nullable Boolean atomic,
        @Schema(defaultValue = "false") @Nullable Boolean dryRun,

        @Schema(
                examples = "0.05",
                defaultValue = "0.05",
                description =
                        "Metres by which a boundary may differ from the present one and still be the same, 0 to 100")
        @Nullable
        Double tolerance,

        @Schema(
                defaultValue = "false",
                description = "Take boundaries that seem to lie in a wrong place, with a warning")
        @Nullable
        Boolean anywhere,

        @Schema(examples = "planungsraeume", description = "Layer of a file that has several") @Nullable
        String layer,

        @Nullable RowFilter where,
        @Nullable KeyRule key,

        @Schema(description = "Properties or columns that are kept as attributes; left out: all") @Nullable
        List<String> attributes,

        @Schema(defaultValue = "reject") @Nullable SameKeyRule sameKey,

        @Schema(description = "Property or column with the short name; left out: short names stay", examples = "KURZ")
        @Nullable
        String shortNameProperty,

        @Schema(
                description =
                        "Property or column with the first day of each row's own span; where it is empty, `validFrom`",
                examples = "beginnt")
        @Nullable
        String validFromProperty,

        @Schema(description = "Property or column with the last day; empty means open", examples = "endet") @Nullable
        String validToProperty) {
    static final double LARGEST_TOLERANCE = 100;
    private static final double TOLERANCE = 0.05;

    /** Fills in what was left out. */
    ImportOptions complete(LocalDate today, LevelRules rules) {
        return new ImportOptions(
                level,
                key != null ? key.property() : keyProperty == null ? "key" : keyProperty,
                nameProperty == null ? "name" : nameProperty,
                parent,
                validFrom == null ? today : validFrom,
                crs == null ? null : Crs.of(crs).orElseThrow(),
                Boolean.TRUE.equals(atomic),
                Boolean.TRUE.equals(dryRun),
                tolerance == null ? TOLERANCE : tolerance,
                Boolean.TRUE.equals(anywhere),
                layer,
                where,
                key == null ? KeyForm.PLAIN : key.form(),
                attributes == null ? null : Set.copyOf(attributes),
                sameKey == null ? SameKeyRule.REJECT : sameKey,
                shortNameProperty,
                validFromProperty,
                validToProperty,
                validFrom == null && validFromProperty == null && validToProperty == null,
                rules);
    }
}

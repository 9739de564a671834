package de.quartierwerk.reporting.classification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Numbers of spaces of an area, by what a run found. */
public record SpaceCounts(
        @Schema(description = "Number of spaces", examples = "93")
        int spaces,

        @Schema(description = "Spaces with at least one need", examples = "59")
        int spacesInNeed,

        @Schema(description = "Municipalities with such a space", examples = "10")
        int municipalitiesInNeed,

        @Schema(description = "Spaces excluded with a reason", examples = "0")
        int excluded,

        @Schema(description = "Spaces that were considered: all but the excluded", examples = "93")
        int considered) {
    /** Documents stored before the number was kept do not hold it. */
    public SpaceCounts {
        considered = spaces - excluded;
    }

    /** Counts of spaces, those excluded among them. */
    public SpaceCounts(int spaces, int spacesInNeed, int municipalitiesInNeed, int excluded) {
        this(spaces, spacesInNeed, municipalitiesInNeed, excluded, spaces - excluded);
    }
}

package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.registry.boundary.SameBoundary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a row of an import changes of its space. */
@Schema(name = "ImportChange", description = "A property of a space that a row changes")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChangeResponse(
        @Schema(description = "Number of the feature, or line of the CSV file", examples = "17")
        int row,

        @Schema(examples = "01011101") String key,

        @Schema(description = "boundary, name, shortName, parent, validTo or attributes", examples = "boundary")
        String what,

        @Schema(description = "What it was; not with boundaries", examples = "Stülerstr.") @Nullable
        String before,

        @Schema(description = "What it becomes; not with boundaries", examples = "Stülerstraße") @Nullable
        String after,

        @Schema(
                description = "Largest distance of a corner of one boundary to the edge of the other",
                examples = "12.42")
        @Nullable
        BigDecimal distanceMetres,

        @Schema(description = "Square metres", examples = "366755.50") @Nullable
        BigDecimal areaBefore,

        @Schema(description = "Square metres", examples = "367001.12") @Nullable
        BigDecimal areaAfter) {

    static ChangeResponse of(ChangeStatements.Change change) {
        return new ChangeResponse(
                change.row(),
                change.key(),
                change.what(),
                change.before(),
                change.after(),
                change.boundaryBefore() == null || change.boundaryAfter() == null
                        ? null
                        : BigDecimal.valueOf(SameBoundary.distance(change.boundaryBefore(), change.boundaryAfter()))
                                .setScale(2, RoundingMode.HALF_UP),
                change.areaBefore(),
                change.areaAfter());
    }
}

package de.quartierwerk.classification.need;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A field of action of a run (Handlungsfeld) with the municipalities in which it was found or stated.
 *
 * @param code code of the need
 * @param title title for people
 * @param targetGroup whom it concerns
 * @param spaces number of spaces that have it
 * @param stated those of them that have it because people stated it
 * @param municipalities the municipalities with such a space
 */
@Schema(name = "FieldOfAction", description = "A field of action with the municipalities where it was found or stated")
public record FieldOfActionResponse(
        @Schema(description = "Code of the need", examples = "HF1")
        String code,

        @Schema(description = "Title for people", examples = "Benachteiligte Sozialräume")
        String title,

        @Schema(description = "Whom it concerns", examples = "Kinder und Familien") @Nullable
        String targetGroup,

        @Schema(description = "Spaces that have it", examples = "15")
        int spaces,

        @Schema(description = "Those of them that have it because people stated it", examples = "1")
        int stated,

        @Schema(description = "Municipalities with such a space, in the order of their keys")
        List<Municipality> municipalities) {
    /** A municipality with the number of its spaces. */
    @Schema(name = "FieldOfActionMunicipality", description = "A municipality with a field of action")
    public record Municipality(
            @Schema(description = "Key of the municipality", examples = "99001001")
            String key,

            @Schema(description = "Its spaces that have the need", examples = "3")
            int spaces) {}
}

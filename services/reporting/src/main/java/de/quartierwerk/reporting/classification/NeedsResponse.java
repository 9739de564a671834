package de.quartierwerk.reporting.classification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The fields of action of a published run in an area. */
@Schema(description = "How many spaces and municipalities show need for action, by field of action")
record NeedsResponse(
        @Schema(description = "The area; null for the whole installation") @Nullable
        AreaName area,

        @Schema(description = "Period of the run", examples = "2023")
        String period,

        @JsonUnwrapped SchemeVersion classifiedBy,

        @Schema(description = "Id of the published run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Level of the spaces", examples = "social-space")
        String level,

        @Schema(description = "When the run was published") Instant publishedAt,

        @Schema(description = "Note on the publication", examples = "Mit den Kommunen beraten") @Nullable
        String note,

        @Schema(description = "Values the run was computed on", examples = "exact")
        Basis basis,

        @JsonUnwrapped SpaceCounts counts,

        @Schema(description = "Fields of action, in the scheme's order")
        List<FieldOfAction> needs,

        @Schema(
                description = "Notes on the data that every reader must see",
                examples = "[\"Alle Angaben sind erfunden und dienen der Vorführung; kein Ort ist wirklich.\"]")
        List<String> notices) {

    /** An area by key and name. */
    @Schema(description = "An area")
    record AreaName(
            @Schema(description = "Space key", examples = "99001")
            String key,

            @Schema(description = "Name", examples = "Musterkreis")
            String name) {}

    /** A field of action (Handlungsfeld) with its counts. */
    @Schema(description = "A field of action with its counts")
    record FieldOfAction(
            @Schema(description = "Code of the need", examples = "HF1")
            String code,

            @Schema(description = "Title", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Whom it concerns", examples = "Familien") @Nullable
            String targetGroup,

            @Schema(description = "Spaces that have it", examples = "15")
            int spaces,

            @Schema(description = "Municipalities with such a space", examples = "5")
            int municipalities) {}
}

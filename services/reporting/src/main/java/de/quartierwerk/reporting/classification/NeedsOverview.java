package de.quartierwerk.reporting.classification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The fields of action of a published run in an area.
 *
 * @param area area, or null for the whole installation
 * @param period period of the run
 * @param scheme code of the scheme
 * @param schemeVersion its version
 * @param schemeTitle its title
 * @param run id of the run
 * @param level level of the classified spaces
 * @param publishedAt instant of the publication
 * @param note note on the publication, or null
 * @param basis exact or public values
 * @param spaces number of spaces
 * @param spacesInNeed number of those with at least one need
 * @param municipalitiesInNeed number of municipalities with such a space
 * @param excluded number of spaces excluded with a reason
 * @param needs fields of action, in the scheme's order
 * @param notices notes on the data that every reader must see
 */
@Schema(description = "How many spaces and municipalities show need for action, by field of action")
public record NeedsOverview(
        AreaName area,

        @Schema(description = "Period of the run", examples = "2023")
        String period,

        @Schema(description = "Code of the scheme", examples = "fields-of-action")
        String scheme,

        @Schema(description = "Version of the scheme", examples = "1")
        long schemeVersion,

        @Schema(description = "Title of the scheme", examples = "Handlungsfelder")
        String schemeTitle,

        @Schema(description = "Id of the published run", examples = "0b6f6a34-8f5d-4e7a-8f40-5f0f1e5a9c10")
        UUID run,

        @Schema(description = "Level of the spaces", examples = "social-space")
        String level,

        @Schema(description = "When the run was published") Instant publishedAt,

        @Schema(description = "Note on the publication", nullable = true, examples = "Mit den Kommunen beraten")
        String note,

        @Schema(
                description = "Values the run was computed on",
                enumeration = {"exact", "public"},
                examples = "exact")
        String basis,

        @Schema(description = "Number of spaces", examples = "93")
        int spaces,

        @Schema(description = "Spaces with at least one need", examples = "59")
        int spacesInNeed,

        @Schema(description = "Municipalities with such a space", examples = "10")
        int municipalitiesInNeed,

        @Schema(description = "Spaces excluded with a reason", examples = "0")
        int excluded,

        @Schema(description = "Fields of action, in the scheme's order")
        List<FieldOfAction> needs,

        @Schema(
                description = "Notes on the data that every reader must see",
                examples = "[\"Alle Angaben sind erfunden und dienen der Vorführung; kein Ort ist wirklich.\"]")
        List<String> notices) {

    /** An area by key and name. */
    @Schema(description = "An area; null for the whole installation")
    public record AreaName(
            @Schema(description = "Space key", examples = "99001")
            String key,

            @Schema(description = "Name", examples = "Musterkreis")
            String name) {}

    /** A field of action (Handlungsfeld) with its counts. */
    @Schema(description = "A field of action with its counts")
    public record FieldOfAction(
            @Schema(description = "Code of the need", examples = "HF1")
            String code,

            @Schema(description = "Title", examples = "Benachteiligte Sozialräume")
            String title,

            @Schema(description = "Whom it concerns", nullable = true, examples = "Familien")
            String targetGroup,

            @Schema(description = "Spaces that have it", examples = "15")
            int spaces,

            @Schema(description = "Municipalities with such a space", examples = "5")
            int municipalities) {}
}

package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of a scheme as it is answered.
 *
 * @param code scheme code
 * @param version from 1
 * @param title title for people
 * @param level level of the spaces it classifies
 * @param automatic whether a release of values starts a run
 * @param author who stored it
 * @param createdAt when
 * @param approvedBy steward who approved it; null while nobody has
 * @param approvedAt when
 * @param document the document
 * @param narrowPlaces places that tell a suppressed count too exactly; null where they were not looked for
 */
@Schema(name = "SchemeVersion", description = "A version of a classification scheme; versions never change")
public record SchemeVersion(
        @Schema(description = "Code of the scheme", examples = "mss")
        String code,

        @Schema(description = "Version, from 1", examples = "1")
        int version,

        @Schema(description = "Title for people", examples = "Monitoring Soziale Stadtentwicklung")
        String title,

        @Schema(description = "Level of the spaces it classifies", examples = "planning-area")
        String level,

        @Schema(description = "Whether a release of values starts a run", examples = "false")
        boolean automatic,

        @Schema(description = "Who stored it", examples = "planner")
        String author,

        @Schema(description = "When it was stored", examples = "2026-11-22T10:15:30Z")
        Instant createdAt,

        @Schema(description = "Steward who approved it; null while nobody has", examples = "steward") @Nullable
        String approvedBy,

        @Schema(description = "When it was approved", examples = "2026-11-22T10:20:00Z") @Nullable
        Instant approvedAt,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "The document, see GET /schemes/schema for its language; absent in lists")
        @Nullable
        JsonNode document,

        @Schema(
                description = "Places that tell a suppressed count too exactly; absent in lists",
                implementation = NarrowPlace[].class)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        List<NarrowPlace> narrowPlaces) {
    public SchemeVersion {
        narrowPlaces = narrowPlaces == null ? null : List.copyOf(narrowPlaces);
    }

    /** With its document. */
    public SchemeVersion(
            String code,
            int version,
            String title,
            String level,
            boolean automatic,
            String author,
            Instant createdAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable JsonNode document) {
        this(code, version, title, level, automatic, author, createdAt, approvedBy, approvedAt, document, null);
    }

    /** Without its document, as lists show it. */
    public SchemeVersion(
            String code,
            int version,
            String title,
            String level,
            boolean automatic,
            String author,
            Instant createdAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt) {
        this(code, version, title, level, automatic, author, createdAt, approvedBy, approvedAt, null);
    }

    /** The same with its narrow places. */
    SchemeVersion with(List<NarrowPlace> places) {
        return new SchemeVersion(
                code, version, title, level, automatic, author, createdAt, approvedBy, approvedAt, document, places);
    }

    /** The document of a version that was read with it. */
    public JsonNode fullDocument() {
        return Objects.requireNonNull(document, "A version in a list has no document");
    }

    /** Whether a steward approved it, so that runs may compute on exact values. */
    public boolean approved() {
        return approvedBy != null;
    }
}

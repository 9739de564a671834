package de.quartierwerk.classification.scheme.difference;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What changed between two versions of a scheme. */
@Schema(name = "SchemeComparison", description = "What changed between two versions of a scheme")
public record SchemeComparison(
        @Schema(description = "Code of the scheme", examples = "mss")
        String scheme,

        @Schema(description = "The earlier of the two versions, as asked for", examples = "1")
        int from,

        @Schema(description = "The version compared with it", examples = "2")
        int to,

        @Schema(
                description = "Whether runs of both versions on the same inputs must agree: nothing changed but titles"
                        + " and texts, or defaults were written out",
                examples = "false")
        boolean sameResults,

        @Schema(description = "The differences in the order of the later version's document")
        List<Change> changes) {
    /** What happened at a place. */
    @Schema(name = "SchemeChangeKind", description = "What happened at a place")
    public enum Kind {
        @JsonProperty("added")
        ADDED,
        @JsonProperty("removed")
        REMOVED,
        @JsonProperty("changed")
        CHANGED,
        /** The same parts stand in another order. */
        @JsonProperty("reordered")
        REORDERED
    }

    /** One difference. */
    @Schema(name = "SchemeChange", description = "One place at which two versions differ")
    public record Change(
            @Schema(
                    description = "JSON pointer in the later version's document; of something removed in the earlier",
                    examples = "/indices/0/components/1/weight")
            String pointer,

            @Schema(description = "`added`, `removed`, `changed` or `reordered`", examples = "changed")
            Kind kind,

            @Schema(description = "The place in words", examples = "Index „status“ › Bestandteil „S2“ › Gewicht")
            String place,

            @Schema(implementation = Object.class, description = "What was there", examples = "1") @Nullable
            JsonNode before,

            @Schema(implementation = Object.class, description = "What is there", examples = "2") @Nullable
            JsonNode after,

            @Schema(description = "Whether it can change results", examples = "true")
            boolean effect,

            @Schema(
                    description = "The difference as a sentence",
                    examples = "Index „status“ › Bestandteil „S2“ › Gewicht: von 1 auf 2 geändert.")
            String text) {}
}

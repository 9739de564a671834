package de.quartierwerk.classification.scheme.description;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A scheme in words. */
@Schema(name = "SchemeDescription", description = "A version of a scheme in words, made from its document")
public record Description(
        @Schema(description = "Code of the scheme", examples = "mss")
        String scheme,

        @Schema(description = "Version", examples = "1") int version,

        @Schema(description = "Language of the text", examples = "de")
        String language,

        @Schema(description = "Title of the scheme", examples = "Monitoring Soziale Stadtentwicklung")
        String title,

        @Schema(description = "What the text is made of") List<Section> sections) {
    public Description {
        sections = List.copyOf(sections);
    }

    /** A section of the text. */
    @Schema(name = "SchemeDescriptionSection", description = "A section of the text")
    public record Section(
            @Schema(description = "Heading", examples = "Index „Status“")
            String heading,

            @Schema(
                    description = "Paragraphs and points in their order",
                    examples = "[{\"text\":\"Die Zahlen der Bestandteile werden addiert.\"}]")
            List<Point> points) {
        public Section {
            points = List.copyOf(points);
        }
    }

    /**
     * A paragraph with the points below it.
     *
     * @param text a sentence or more
     * @param points points below it, nested as conditions are; null for none
     */
    @Schema(name = "SchemeDescriptionPoint", description = "A paragraph with the points below it")
    public record Point(
            @Schema(description = "A sentence or more", examples = "Bestandteile:")
            String text,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(implementation = Object[].class, description = "Points below it, of the same form", examples = "[]")
            @Nullable
            List<Point> points) {
        /** A paragraph by itself. */
        static Point of(String text) {
            return new Point(text, null);
        }
    }
}

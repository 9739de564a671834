package de.quartierwerk.classification.scheme.shipped;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.classification.indicator.Indicator;
import de.quartierwerk.classification.method.Polarity;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A published method as a document. */
@Schema(name = "ShippedScheme", description = "A published method as a document that can be taken over")
public record ShippedScheme(
        @Schema(description = "Code", examples = "berlin-mss-until-2017")
        String code,

        @Schema(description = "Title", examples = "Monitoring Soziale Stadtentwicklung Berlin (bis 2017)")
        String title,

        @Schema(description = "Where the method is published", examples = "Senatsverwaltung … : Indikatorenblätter")
        String source,

        @Schema(description = "What of it is documented there", examples = "Belegt sind die Indikatoren …")
        String documented,

        @Schema(description = "What is a choice of this platform", examples = "Die Division durch N …")
        String ours,

        @Schema(description = "Levels that the document names")
        List<Level> levels,

        @Schema(description = "Indicators that the document names")
        List<Indicator> indicators,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                description = "The document, see GET /schemes/schema for its language; absent in lists")
        @Nullable
        JsonNode document) {
    /** A level that a document names. */
    @Schema(name = "ShippedLevel", description = "A level that a document names")
    public record Level(
            @Schema(description = "Code", examples = "planning-area")
            String code,

            @Schema(description = "Name", examples = "Planungsraum")
            String name,

            @Schema(description = "A rank that fits, a lower one means larger areas", examples = "40")
            int rank) {}

    /** An indicator that a document names. */
    @Schema(name = "ShippedIndicator", description = "An indicator that a document names, for the catalogue")
    public record Indicator(
            @Schema(description = "Code", examples = "S1") String code,

            @Schema(description = "Name", examples = "Arbeitslosigkeit")
            String name,

            @Schema(description = "Unit", examples = "percent")
            String unit,

            @Schema(
                    description = "count, ratio, mean or index",
                    enumeration = {"count", "ratio", "mean", "index"},
                    examples = "ratio")
            String kind,

            @Schema(description = "burden, relief or neutral", examples = "burden")
            Polarity polarity) {}
}

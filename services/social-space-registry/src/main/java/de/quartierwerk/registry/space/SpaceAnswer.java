package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A social space (Sozialraum) as the API shows it; see {@link Space} for the parts. */
@Schema(name = "SocialSpace", description = "A social space (Sozialraum) in one span of validity")
record SpaceAnswer(
        @Schema(examples = "01011101") String key,
        @Schema(examples = "Stülerstraße") String name,
        @Schema(examples = "planning-area") String level,

        @Schema(description = "Key of the next larger space", nullable = true, examples = "010111")
        String parent,

        @Schema(description = "First day of validity", examples = "2006-01-01")
        LocalDate validFrom,

        @Schema(description = "Last day of validity, null while it lasts", nullable = true, examples = "2020-12-31")
        LocalDate validTo,

        @Schema(description = "Area, null without a boundary", nullable = true, examples = "366755.5")
        BigDecimal areaSquareMetres,

        @Schema(description = "Centre of the boundary, null without one", nullable = true)
        LonLat centroid,

        @Schema(
                type = SchemaType.OBJECT,
                description = "Further attributes as delivered",
                examples = "{\"district\": \"Mitte\"}")
        ObjectNode attributes) {

    static SpaceAnswer of(Space space) {
        return new SpaceAnswer(
                space.key(),
                space.name(),
                space.level(),
                space.parent(),
                space.validFrom(),
                space.validTo(),
                space.areaSquareMetres(),
                space.centroid(),
                space.attributes());
    }
}

package de.quartierwerk.registry.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.LonLat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A social space (Sozialraum) as the API shows it; see {@link Space} for the parts. */
@Schema(name = "SocialSpace", description = "A social space (Sozialraum) in one span of validity")
record SpaceResponse(
        @Schema(examples = "01011101") String key,
        @Schema(examples = "Stülerstraße") String name,

        @Schema(description = "Name for maps and narrow tables", examples = "Stülerstr.") @Nullable
        String shortName,

        @Schema(examples = "planning-area") String level,

        @Schema(description = "Key of the next larger space", examples = "010111") @Nullable
        String parent,

        @Schema(description = "First day of validity", examples = "2006-01-01")
        LocalDate validFrom,

        @Schema(description = "Last day of validity, null while it lasts", examples = "2020-12-31") @Nullable
        LocalDate validTo,

        @Schema(description = "Area, null without a boundary", examples = "366755.5") @Nullable
        BigDecimal areaSquareMetres,

        @Schema(description = "Centre of the boundary, null without one") @Nullable
        LonLat centroid,

        @Schema(description = "Position inside the boundary, null without one") @Nullable
        LonLat labelPoint,

        @Schema(description = "Regional key (ARS) of an administrative space", examples = "051700004004") @Nullable
        String ars,

        @Schema(description = "Municipality key (AGS) of an administrative space", examples = "05170004") @Nullable
        String ags,

        @Schema(description = "Pages and documents about the space")
        List<SpaceLink> links,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                description = "Further attributes as delivered",
                examples = "{\"district\": \"Mitte\"}")
        ObjectNode attributes,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "With `q`: what the text is")
        FoundSpace.@Nullable Match match,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "With `q`: similarity from 0 to 1", examples = "0.83")
        @Nullable
        Double score,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "With a change of the boundary: what somebody should look at")
        List<SpaceWarning> warnings) {

    static SpaceResponse of(Space space) {
        return of(FoundSpace.of(space));
    }

    static SpaceResponse of(FoundSpace found) {
        Space space = found.space();
        OfficialKey official = OfficialKey.of(space);
        return new SpaceResponse(
                space.key(),
                space.name(),
                space.shortName(),
                space.level(),
                space.parent(),
                space.validFrom(),
                space.validTo(),
                space.areaSquareMetres(),
                space.centroid(),
                space.labelPoint(),
                official.ars(),
                official.ags(),
                space.links(),
                space.attributes(),
                found.match(),
                found.score(),
                List.of());
    }

    /** The same with what somebody should look at. */
    SpaceResponse with(List<SpaceWarning> told) {
        return new SpaceResponse(
                key,
                name,
                shortName,
                level,
                parent,
                validFrom,
                validTo,
                areaSquareMetres,
                centroid,
                labelPoint,
                ars,
                ags,
                links,
                attributes,
                match,
                score,
                told);
    }
}

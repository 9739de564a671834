package de.quartierwerk.registry.space;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a space has in common with an area or another space.
 *
 * @param key key of the space
 * @param name its name
 * @param level its level
 * @param areaSquareMetres common area
 * @param share share of the area or space that was asked about
 * @param shareOfOther share of this space
 */
@Schema(name = "SpaceShare", description = "What a space has in common with an area or another space")
record SpaceShare(
        @Schema(examples = "01011101") String key,
        @Schema(examples = "Stülerstraße") String name,
        @Schema(examples = "planning-area") String level,

        @Schema(description = "Common area in EPSG:3035", examples = "366755.5")
        BigDecimal areaSquareMetres,

        @Schema(description = "Share of the area or space that was asked about", examples = "0.25")
        BigDecimal share,

        @Schema(description = "Share of this space", examples = "1")
        BigDecimal shareOfOther) {}

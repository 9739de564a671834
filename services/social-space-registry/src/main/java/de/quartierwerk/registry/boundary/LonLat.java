package de.quartierwerk.registry.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A position in WGS84.
 *
 * @param lon longitude in degrees
 * @param lat latitude in degrees
 */
@Schema(
        description = "Position in WGS84, degrees",
        requiredProperties = {"lon", "lat"})
public record LonLat(
        @Schema(examples = "13.345211") double lon,
        @Schema(examples = "52.506437") double lat) {}

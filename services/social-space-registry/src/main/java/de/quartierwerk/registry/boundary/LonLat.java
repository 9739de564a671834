package de.quartierwerk.registry.boundary;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.locationtech.jts.geom.Coordinate;

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
        @Schema(examples = "52.506437") double lat) {
    private static final double DECIMALS = 1e7;

    /** The position rounded to seven decimals, about a centimetre. */
    public static LonLat of(Coordinate position) {
        return new LonLat(rounded(position.x), rounded(position.y));
    }

    static double rounded(double degrees) {
        return Math.round(degrees * DECIMALS) / DECIMALS;
    }
}

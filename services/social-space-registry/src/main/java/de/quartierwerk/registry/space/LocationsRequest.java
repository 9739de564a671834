package de.quartierwerk.registry.space;

import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.validity.AnyDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Positions whose spaces are looked for.
 *
 * @param level level of the spaces; absent: the smallest that contains the position
 * @param asOf day on which they are valid; absent: today
 * @param crs system of the positions; absent: EPSG:4326
 * @param points the positions
 */
@Schema(name = "LocationsRequest", description = "Positions whose spaces are looked for")
record LocationsRequest(
        @Pattern(regexp = Keys.PATTERN)
        @Schema(description = "Left out: the smallest space at the position", examples = "planning-area")
        @Nullable
        String level,

        @Schema(description = "Today when left out", examples = "2020-12-31") @AnyDay @Nullable
        LocalDate asOf,

        @Schema(description = "EPSG:4326 when left out; as for imports", examples = "EPSG:25833") @Nullable
        String crs,

        @NotNull @Size(min = 1, max = LocationsRequest.MOST) List<@NotNull @Valid PointRequest> points) {
    static final int MOST = 10_000;

    /**
     * A position.
     *
     * @param id comes back with the answer
     * @param x longitude or easting
     * @param y latitude or northing
     */
    @Schema(name = "LocationPoint", description = "A position, longitude or easting first")
    record PointRequest(
            @Size(max = 200) @Schema(description = "Comes back with the answer", examples = "17") @Nullable
            String id,

            @NotNull @Schema(examples = "13.345") Double x,
            @NotNull @Schema(examples = "52.506") Double y) {}
}

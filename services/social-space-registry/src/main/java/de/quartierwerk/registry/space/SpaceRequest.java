package de.quartierwerk.registry.space;

import com.fasterxml.jackson.databind.JsonNode;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.GeoJson;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.validity.AnyDay;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a space shall be. What {@code GET} answers can be sent back with changes.
 *
 * @param key as in the path, or left out
 * @param name name for people
 * @param shortName name for maps and narrow tables; left out: none
 * @param level code of the level; may be left out for a space that exists
 * @param parent key of the next larger space; left out: none
 * @param validFrom first day on which this state holds; left out: the present span of validity is corrected
 * @param validTo last day of validity; left out: it lasts
 * @param areaSquareMetres computed, not read
 * @param centroid computed, not read
 * @param labelPoint computed, not read
 * @param ars computed, not read
 * @param ags computed, not read
 * @param links pages and documents about the space; left out: none
 * @param attributes further attributes; left out: none
 * @param warnings told, not read
 * @param geometry new boundary, a GeoJSON polygon or multipolygon in WGS84; left out: as it is
 */
@Schema(
        name = "SocialSpaceRequest",
        description = "What a space shall be; what GET answers can be sent back with changes")
record SpaceRequest(
        @Pattern(regexp = Keys.PATTERN) @Schema(description = "As in the path", examples = "01011101") @Nullable
        String key,

        @NotBlank @Size(max = 200) @Schema(examples = "Stülerstraße")
        String name,

        @Size(max = 60) @Schema(description = "Name for maps and narrow tables", examples = "Stülerstr.") @Nullable
        String shortName,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(description = "May be left out for a space that exists", examples = "planning-area")
        @Nullable
        String level,

        @Pattern(regexp = Keys.PATTERN)
        @Schema(description = "Key of the next larger space", examples = "010111")
        @Nullable
        String parent,

        @Schema(
                description = "First day on which this state holds: a later one than the present space's ends that one"
                        + " and begins a new one. Left out: the present one is corrected (a new one begins today)",
                examples = "2006-01-01")
        @AnyDay
        @Nullable
        LocalDate validFrom,

        @Schema(description = "Last day of validity", examples = "2020-12-31") @AnyDay @Nullable
        LocalDate validTo,

        @Schema(description = "Computed, not read", readOnly = true, examples = "366755.5") @Nullable
        BigDecimal areaSquareMetres,

        @Schema(description = "Computed, not read", readOnly = true) @Nullable
        LonLat centroid,

        @Schema(description = "Computed, not read", readOnly = true) @Nullable
        LonLat labelPoint,

        @Schema(description = "Computed, not read", readOnly = true, examples = "051700004004") @Nullable
        String ars,

        @Schema(description = "Computed, not read", readOnly = true, examples = "05170004") @Nullable
        String ags,

        @Size(max = 20) @Schema(description = "Pages and documents about the space; left out: none") @Nullable
        List<@NotNull @Valid SpaceLink> links,

        @Schema(
                implementation = Object.class,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                description = "Further attributes; left out: none",
                examples = "{\"district\": \"Mitte\"}")
        @Nullable
        JsonNode attributes,

        @Schema(
                type = SchemaType.ARRAY,
                implementation = SpaceWarning.class,
                description = "Told, not read",
                readOnly = true)
        @Nullable
        JsonNode warnings,

        @Schema(
                implementation = GeoJson.class,
                description = "New boundary, a GeoJSON Polygon or MultiPolygon in WGS84; left out: as it is")
        @Nullable
        JsonNode geometry) {}

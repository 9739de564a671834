package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.MapBox;
import de.quartierwerk.registry.validity.Days;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/** Query parameters of the list of spaces. */
public class SpaceQuery {
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{1,30})?([eE][-+]?\\d{1,2})?");

    @QueryParam("level")
    @Parameter(description = "Code of the level", example = "planning-area")
    @Nullable
    String level;

    @QueryParam("parent")
    @Parameter(description = "Key of the parent: its children", example = "010111")
    @Nullable
    String parent;

    @QueryParam("asOf")
    @Parameter(description = "Day on which the spaces are valid; today when left out", example = "2020-12-31")
    @Nullable
    LocalDate asOf;

    @QueryParam("bbox")
    @Parameter(
            description = "Box as west,south,east,north; finds spaces whose boundary touches it. What lies outside the"
                    + " world is cut off",
            example = "13.33,52.50,13.36,52.52")
    @Nullable
    String bbox;

    @QueryParam("bbox-crs")
    @Parameter(
            description = "System of the box, easting or longitude first as in files; EPSG:4326 when left out",
            example = "EPSG:25833")
    @Nullable
    String bboxCrs;

    @QueryParam("q")
    @Parameter(
            description =
                    "Name or key, or a part of it, however it is written (`Koepenick`, `Stülerstr.`) and with slips; the best"
                            + " matches first",
            example = "straße")
    @Nullable
    String q;

    SpaceFilter filter(LocalDate today) {
        Crs crs = crs();
        return new SpaceFilter(
                level == null || level.isBlank() ? null : Keys.check("level", level),
                parent == null || parent.isBlank() ? null : Keys.check("parent", parent),
                asOf == null ? today : Days.check("asOf", asOf),
                bbox == null || bbox.isBlank() ? null : area(bbox, crs),
                q == null || q.isBlank() ? null : text(q));
    }

    /** A text that cannot be stored can be found nowhere. */
    private static String text(String q) {
        if (!Attributes.storable(q)) {
            throw Invalid.parameter("q", q, "request.value-not-storable");
        }
        return q.strip();
    }

    private Crs crs() {
        String name = bboxCrs;
        if (name == null || name.isBlank()) {
            return Crs.EPSG_4326;
        }
        return Crs.of(name)
                .orElseThrow(() -> Invalid.parameter(
                        "bbox-crs", name, "import.crs-unknown", name, String.join(", ", Crs.codes())));
    }

    private static Geometry area(String bbox, Crs crs) {
        return MapBox.area(box(bbox), crs).orElseThrow(() -> malformed(bbox));
    }

    static Envelope box(String bbox) {
        String[] parts = bbox.strip().split("\\s*,\\s*", -1);
        boolean numbers = parts.length == 4
                && Arrays.stream(parts).allMatch(part -> NUMBER.matcher(part).matches());
        if (!numbers) {
            throw malformed(bbox);
        }
        double west = Double.parseDouble(parts[0]);
        double south = Double.parseDouble(parts[1]);
        double east = Double.parseDouble(parts[2]);
        double north = Double.parseDouble(parts[3]);
        if (west > east || south > north) {
            throw malformed(bbox);
        }
        return new Envelope(west, east, south, north);
    }

    private static Invalid malformed(String bbox) {
        return Invalid.parameter("bbox", bbox, "space.bbox-malformed", bbox);
    }
}

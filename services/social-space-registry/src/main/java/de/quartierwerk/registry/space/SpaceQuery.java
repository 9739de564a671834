package de.quartierwerk.registry.space;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Keys;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.locationtech.jts.geom.Envelope;

/** Query parameters of the list of spaces. */
public class SpaceQuery {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,3}(\\.\\d{1,15})?");

    @QueryParam("level")
    @Parameter(description = "Code of the level", example = "planning-area")
    String level;

    @QueryParam("parent")
    @Parameter(description = "Key of the parent: its children", example = "010111")
    String parent;

    @QueryParam("asOf")
    @Parameter(description = "Day on which the spaces are valid; today when left out", example = "2020-12-31")
    LocalDate asOf;

    @QueryParam("bbox")
    @Parameter(
            description = "Box in WGS84 as west,south,east,north; finds spaces whose boundary's own box touches it",
            example = "13.33,52.50,13.36,52.52")
    String bbox;

    @QueryParam("q")
    @Parameter(description = "Part of the name or key, upper and lower case alike", example = "straße")
    String q;

    SpaceFilter filter(LocalDate today) {
        return new SpaceFilter(
                isBlank(level) ? null : Keys.check("level", level),
                isBlank(parent) ? null : Keys.check("parent", parent),
                asOf == null ? today : asOf,
                isBlank(bbox) ? null : box(),
                isBlank(q) || !Attributes.storable(q) ? null : q.strip());
    }

    private Envelope box() {
        String[] parts = bbox.strip().split("\\s*,\\s*", -1);
        for (String part : parts) {
            if (parts.length != 4 || !NUMBER.matcher(part).matches()) {
                throw Invalid.parameter("bbox", bbox, "space.bbox-malformed", bbox);
            }
        }
        double west = Double.parseDouble(parts[0]);
        double south = Double.parseDouble(parts[1]);
        double east = Double.parseDouble(parts[2]);
        double north = Double.parseDouble(parts[3]);
        if (west > east
                || south > north
                || !new Envelope(-180, 180, -90, 90).contains(west, south)
                || !new Envelope(-180, 180, -90, 90).contains(east, north)) {
            throw Invalid.parameter("bbox", bbox, "space.bbox-malformed", bbox);
        }
        return new Envelope(west, east, south, north);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}

package de.quartierwerk.registry.ogc;

import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.Projection;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A coordinate reference system (Koordinatenreferenzsystem) in which features are given, and boxes are understood.
 * Here, unlike in files, its definition says which coordinate comes first.
 */
enum FeatureCrs {
    /** WGS84, longitude first; what a client gets that names none. */
    CRS84("http://www.opengis.net/def/crs/OGC/1.3/CRS84", Crs.EPSG_4326, false),
    /** WGS84, latitude first. */
    EPSG_4326("http://www.opengis.net/def/crs/EPSG/0/4326", Crs.EPSG_4326, true),
    /** ETRS89, latitude first. */
    EPSG_4258("http://www.opengis.net/def/crs/EPSG/0/4258", Crs.EPSG_4258, true),
    /** Web Mercator. */
    EPSG_3857("http://www.opengis.net/def/crs/EPSG/0/3857", Crs.EPSG_3857, false),
    /** ETRS89 / UTM zone 32N. */
    EPSG_25832("http://www.opengis.net/def/crs/EPSG/0/25832", Crs.EPSG_25832, false),
    /** ETRS89 / UTM zone 33N. */
    EPSG_25833("http://www.opengis.net/def/crs/EPSG/0/25833", Crs.EPSG_25833, false);

    private final String uri;
    private final Crs crs;
    private final boolean latitudeFirst;

    FeatureCrs(String uri, Crs crs, boolean latitudeFirst) {
        this.uri = uri;
        this.crs = crs;
        this.latitudeFirst = latitudeFirst;
    }

    /**
     * The system that a parameter names, {@link #CRS84} where it is absent.
     *
     * @throws Invalid where it names none of these
     */
    static FeatureCrs of(String parameter, @Nullable String uri) {
        if (uri == null) {
            return CRS84;
        }
        return Arrays.stream(values())
                .filter(crs -> crs.uri.equals(uri))
                .findFirst()
                .orElseThrow(() -> Invalid.parameter(
                        parameter,
                        uri,
                        "ogc.crs-unknown",
                        parameter,
                        uris().stream().collect(Collectors.joining(", "))));
    }

    static List<String> uris() {
        return Arrays.stream(values()).map(FeatureCrs::uri).toList();
    }

    String uri() {
        return uri;
    }

    Crs crs() {
        return crs;
    }

    boolean isLatitudeFirst() {
        return latitudeFirst;
    }

    boolean isDegrees() {
        return crs == Crs.EPSG_4326 || crs == Crs.EPSG_4258;
    }

    /** A boundary in this system, x before y. WGS84 and ETRS89 are the same to a metre, and to every program. */
    Geometry fromWgs84(Geometry boundary) {
        return isDegrees() ? boundary : Projection.fromWgs84(crs).apply(boundary);
    }
}

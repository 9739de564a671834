package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Coordinate reference systems (Koordinatenreferenzsysteme) in which boundaries may be delivered. */
public enum Crs {
    /** WGS84, longitude and latitude in degrees. */
    EPSG_4326("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs", -180, 180, -90, 90),
    /** Web Mercator, metres. */
    EPSG_3857(
            "EPSG:3857",
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs",
            -20037508.35,
            20037508.35,
            -20048966.11,
            20048966.11),
    /** ETRS89 / UTM zone 32N, metres; the official system of western Germany. */
    EPSG_25832("EPSG:25832", utm(32), -500_000, 1_500_000, 0, 9_400_000),
    /** ETRS89 / UTM zone 33N, metres; the official system of eastern Germany. */
    EPSG_25833("EPSG:25833", utm(33), -500_000, 1_500_000, 0, 9_400_000);

    private final String code;
    private final String definition;
    private final double smallestX;
    private final double largestX;
    private final double smallestY;
    private final double largestY;

    Crs(String code, String definition, double smallestX, double largestX, double smallestY, double largestY) {
        this.code = code;
        this.definition = definition;
        this.smallestX = smallestX;
        this.largestX = largestX;
        this.smallestY = smallestY;
        this.largestY = largestY;
    }

    /** Name as it is written in options and messages, such as {@code EPSG:25832}. */
    @JsonValue
    public String code() {
        return code;
    }

    /** Definition in the language of PROJ. */
    String definition() {
        return definition;
    }

    /** Whether a position lies in this system; degrees taken for metres, or metres with a zone number, do not. */
    boolean holds(double x, double y) {
        return x >= smallestX && x <= largestX && y >= smallestY && y <= largestY;
    }

    /** All codes, for messages. */
    public static List<String> codes() {
        return Arrays.stream(values()).map(Crs::code).toList();
    }

    /**
     * Reads a name: {@code EPSG:25832}, {@code urn:ogc:def:crs:EPSG::25832}, {@code OGC:CRS84} or an OGC address of one
     * of these.
     *
     * @return empty for a system that boundaries cannot be delivered in
     */
    public static Optional<Crs> of(String name) {
        String upper = name.strip().toUpperCase(Locale.ROOT);
        if (upper.endsWith("CRS84")) {
            return Optional.of(EPSG_4326);
        }
        if (!upper.contains("EPSG")) {
            return Optional.empty();
        }
        String number = upper.substring(Math.max(upper.lastIndexOf(':'), upper.lastIndexOf('/')) + 1);
        return Arrays.stream(values())
                .filter(crs -> crs.code.equals("EPSG:" + number))
                .findFirst();
    }

    private static String utm(int zone) {
        return "+proj=utm +zone=" + zone + " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +units=m +no_defs";
    }
}

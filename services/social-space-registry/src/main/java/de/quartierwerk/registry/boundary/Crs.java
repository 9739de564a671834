package de.quartierwerk.registry.boundary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.proj4j.Proj4jException;

/**
 * Coordinate reference systems (Koordinatenreferenzsysteme) in which boundaries may be delivered. Files write x before
 * y, longitude before latitude, whatever order the system's definition names. The definitions are those of the EPSG
 * register.
 */
public enum Crs {
    /** WGS84, longitude and latitude in degrees. */
    EPSG_4326("EPSG:4326", "+proj=longlat +datum=WGS84 +no_defs", -180, 180, -90, 90),
    /** ETRS89, longitude and latitude in degrees. */
    EPSG_4258("EPSG:4258", "+proj=longlat" + Datum.ETRS89, -180, 180, -90, 90),
    /** Web Mercator, metres. */
    EPSG_3857(
            "EPSG:3857",
            "+proj=merc +a=6378137 +b=6378137 +lat_ts=0 +lon_0=0 +x_0=0 +y_0=0 +k=1 +units=m +nadgrids=@null +no_defs",
            -20037508.35,
            20037508.35,
            -20048966.11,
            20048966.11),
    /** ETRS89 / UTM zone 31N, metres; the far west of Germany. */
    EPSG_25831("EPSG:25831", utm(31), -500_000, 1_500_000, 0, 9_400_000),
    /** ETRS89 / UTM zone 32N, metres; the official system of western Germany. */
    EPSG_25832("EPSG:25832", utm(32), -500_000, 1_500_000, 0, 9_400_000),
    /** ETRS89 / UTM zone 33N, metres; the official system of eastern Germany. */
    EPSG_25833("EPSG:25833", utm(33), -500_000, 1_500_000, 0, 9_400_000),
    /** ETRS89 / LAEA Europe, metres; equal-area. */
    EPSG_3035("EPSG:3035", Projection.EQUAL_AREA, 900_000, 7_500_000, 900_000, 6_900_000),
    /** ETRS89 / UTM zone 32N with the zone before the easting, metres. */
    EPSG_4647("EPSG:4647", meridian(9, 0.9996, 32_500_000) + Datum.ETRS89, 31_500_000, 33_500_000, 0, 9_400_000),
    /** ETRS89 / UTM zone 33N with the zone before the easting, metres. */
    EPSG_5650("EPSG:5650", meridian(15, 0.9996, 33_500_000) + Datum.ETRS89, 32_500_000, 34_500_000, 0, 9_400_000),
    /** DHDN / Gauss-Krüger zone 2, metres. */
    EPSG_31466("EPSG:31466", gaussKrueger(2), 2_000_000, 3_000_000, 4_500_000, 7_000_000),
    /** DHDN / Gauss-Krüger zone 3, metres. */
    EPSG_31467("EPSG:31467", gaussKrueger(3), 3_000_000, 4_000_000, 4_500_000, 7_000_000),
    /** DHDN / Gauss-Krüger zone 4, metres. */
    EPSG_31468("EPSG:31468", gaussKrueger(4), 4_000_000, 5_000_000, 4_500_000, 7_000_000),
    /** DHDN / Gauss-Krüger zone 5, metres. */
    EPSG_31469("EPSG:31469", gaussKrueger(5), 5_000_000, 6_000_000, 4_500_000, 7_000_000);

    private static volatile @Nullable String grid;

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

    private static final class Datum {
        static final String ETRS89 = " +ellps=GRS80 +towgs84=0,0,0,0,0,0,0 +no_defs";
        static final String DHDN_BY_GRID = " +ellps=bessel +units=m +no_defs +nadgrids=";
        /** The seven parameters of EPSG:1777, good to about three metres in western and eastern Germany alike. */
        static final String DHDN = " +ellps=bessel +towgs84=598.1,73.7,418.2,0.202,0.045,-2.455,6.7 +units=m +no_defs";
    }

    /** Name as it is written in options and messages, such as {@code EPSG:25832}. */
    @JsonValue
    public String code() {
        return code;
    }

    /**
     * Lets Gauss-Krüger coordinates be converted by a grid (NTv2, BeTA2007), good to some centimetres, instead of seven
     * parameters; null for these.
     *
     * @throws IllegalArgumentException when the file cannot be used
     */
    public static void useGrid(@Nullable Path file) {
        grid = file == null ? null : file.toString();
        try {
            Projection.toWgs84(EPSG_31467).apply(3_500_000, 5_700_000);
        } catch (Proj4jException e) {
            grid = null;
            throw new IllegalArgumentException(file + " is no grid of Germany in the form NTv2", e);
        }
    }

    /** Definition in the language of PROJ. */
    String definition() {
        return isGaussKrueger() && grid != null
                ? definition.replace(Datum.DHDN, Datum.DHDN_BY_GRID + grid)
                : definition;
    }

    /** Whether positions can be brought to WGS84 to about three metres only (Gauss-Krüger without a grid). */
    public boolean approximate() {
        return isGaussKrueger() && grid == null;
    }

    private boolean isGaussKrueger() {
        return definition.endsWith(Datum.DHDN);
    }

    /** Whether a position lies in this system; degrees taken for metres, or metres with a zone number, do not. */
    boolean holds(double x, double y) {
        return x >= smallestX && x <= largestX && y >= smallestY && y <= largestY;
    }

    /** The box of all positions of this system. */
    Envelope world() {
        return new Envelope(smallestX, largestX, smallestY, largestY);
    }

    /** The part of a box of this system's numbers that lies in the system; a null envelope where none does. */
    public Envelope cut(Envelope box) {
        return box.intersection(world());
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
        return "+proj=utm +zone=" + zone + " +units=m" + Datum.ETRS89;
    }

    private static String gaussKrueger(int zone) {
        return meridian(3 * zone, 1, zone * 1_000_000 + 500_000) + Datum.DHDN;
    }

    private static String meridian(int longitude, double scale, int falseEasting) {
        return "+proj=tmerc +lat_0=0 +lon_0=" + longitude + " +k=" + scale + " +x_0=" + falseEasting + " +y_0=0";
    }
}

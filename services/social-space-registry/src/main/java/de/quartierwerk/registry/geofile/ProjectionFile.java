package de.quartierwerk.registry.geofile;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads which coordinate system a {@code .prj} file means. Programs name one system in many ways, so its parameters
 * decide.
 */
final class ProjectionFile {
    private static final Pattern AUTHORITY =
            Pattern.compile("(?:AUTHORITY|ID)\\s*\\[\\s*\"EPSG\"\\s*,\\s*\"?(\\d+)\"?\\s*]\\s*]\\s*$");
    private static final Pattern EASTING =
            Pattern.compile("PARAMETER\\s*\\[\\s*\"FALSE_EASTING\"\\s*,\\s*([-+.0-9E]+)\\s*]");
    private static final Pattern SCALE =
            Pattern.compile("PARAMETER\\s*\\[\\s*\"SCALE_FACTOR\"\\s*,\\s*([-+.0-9E]+)\\s*]");
    private static final Pattern MERIDIAN =
            Pattern.compile("PARAMETER\\s*\\[\\s*\"CENTRAL_MERIDIAN\"\\s*,\\s*([-+.0-9E]+)\\s*]");
    private static final Pattern NAME = Pattern.compile("\\[\\s*\"([^\"]*)\"");
    private static final Map<String, String> BY_PARAMETERS = Map.of(
            "ETRS 500000 3 0.9996", "EPSG:25831",
            "ETRS 500000 9 0.9996", "EPSG:25832",
            "ETRS 500000 15 0.9996", "EPSG:25833",
            "ETRS 32500000 9 0.9996", "EPSG:4647",
            "ETRS 33500000 15 0.9996", "EPSG:5650",
            "DHDN 2500000 6 1", "EPSG:31466",
            "DHDN 3500000 9 1", "EPSG:31467",
            "DHDN 4500000 12 1", "EPSG:31468",
            "DHDN 5500000 15 1", "EPSG:31469");

    private ProjectionFile() {}

    /** The system as EPSG names it; its own name where it is none that we know; null where there is none. */
    static @Nullable String crs(String text) {
        String upper = text.strip().toUpperCase(Locale.ROOT);
        Matcher authority = AUTHORITY.matcher(upper);
        if (authority.find()) {
            return "EPSG:" + authority.group(1);
        }
        String datum = upper.contains("ETRS") || upper.contains("EUROPEAN_TERRESTRIAL")
                ? "ETRS"
                : upper.contains("DHDN") || upper.contains("DEUTSCHES_HAUPTDREIECKSNETZ") ? "DHDN" : "WGS";
        if (upper.startsWith("GEOGCS")) {
            return datum.equals("ETRS") ? "EPSG:4258" : upper.contains("WGS_1984") ? "EPSG:4326" : name(text);
        }
        if (upper.contains("MERCATOR_AUXILIARY_SPHERE") || upper.contains("PSEUDO-MERCATOR")) {
            return "EPSG:3857";
        }
        if (upper.contains("LAMBERT_AZIMUTHAL_EQUAL_AREA") && datum.equals("ETRS")) {
            return "EPSG:3035";
        }
        String parameters =
                datum + " " + number(EASTING, upper) + " " + number(MERIDIAN, upper) + " " + number(SCALE, upper);
        String known = BY_PARAMETERS.get(parameters);
        return known == null ? name(text) : known;
    }

    private static @Nullable String name(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? name.group(1) : null;
    }

    private static String number(Pattern pattern, String text) {
        Matcher parameter = pattern.matcher(text);
        if (!parameter.find()) {
            return "1";
        }
        try {
            double number = Double.parseDouble(parameter.group(1));
            return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        } catch (NumberFormatException e) {
            return parameter.group(1);
        }
    }
}

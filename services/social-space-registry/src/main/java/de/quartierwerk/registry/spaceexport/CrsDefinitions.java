package de.quartierwerk.registry.spaceexport;

import de.quartierwerk.registry.boundary.Crs;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/** Definitions of coordinate systems, as files carry them. Of systems that are good to metres only there are none. */
final class CrsDefinitions {
    private static final Properties TEXTS = read();

    private CrsDefinitions() {}

    /** The systems in which files can be written. */
    static List<Crs> systems() {
        return Arrays.stream(Crs.values())
                .filter(crs -> TEXTS.containsKey(number(crs) + ".wkt"))
                .toList();
    }

    /** Well-known text (WKT 1). */
    static String wkt(Crs crs) {
        return Objects.requireNonNull(TEXTS.getProperty(number(crs) + ".wkt"));
    }

    /** Content of a {@code .prj}. */
    static String prj(Crs crs) {
        return Objects.requireNonNull(TEXTS.getProperty(number(crs) + ".prj"));
    }

    /** Number in the EPSG register. */
    static int number(Crs crs) {
        return Integer.parseInt(crs.code().substring("EPSG:".length()));
    }

    private static Properties read() {
        Properties texts = new Properties();
        try (InputStreamReader in = new InputStreamReader(
                Objects.requireNonNull(CrsDefinitions.class.getResourceAsStream("/spaceexport/systems.properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

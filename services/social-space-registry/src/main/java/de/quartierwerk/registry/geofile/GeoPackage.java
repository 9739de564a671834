package de.quartierwerk.registry.geofile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A <a href="https://www.geopackage.org/spec131/">GeoPackage</a>. Only tables that its own list names are read, and
 * only if they are tables.
 */
public final class GeoPackage implements GeoFile {
    private static final String UNREADABLE = "unreadable";
    private static final String NONE = "import.geopackage-none";
    private static final int MOST_LAYERS = 1_000;
    private static final int SHORTEST_HEADER = 8;
    private static final int[] ENVELOPE_BYTES = {0, 32, 48, 48, 64};

    private final SqliteStatements database;
    private final Map<String, String> systems = new HashMap<>();
    private final Map<String, List<Object>> geometryColumns = new HashMap<>();
    private final List<Layer> layers = new ArrayList<>();

    /** Opens a file. */
    public GeoPackage(Path path) throws BrokenFile {
        database = new SqliteStatements(path);
        try {
            List<String> names = readNames();
            readGeometryColumns(names);
            readSystems();
            addLayers(names);
        } catch (BrokenFile e) {
            database.close();
            throw e;
        }
    }

    /** Whether a file begins like an SQLite database. */
    public static boolean startsLikeOne(byte[] sample) {
        return sample.length >= SqliteStatements.MAGIC.length
                && Arrays.equals(SqliteStatements.MAGIC, Arrays.copyOf(sample, SqliteStatements.MAGIC.length));
    }

    @Override
    public List<Layer> layers() {
        return List.copyOf(layers);
    }

    @Override
    public void read(Layer layer, FeatureConsumer consumer) throws BrokenFile {
        SqliteStatements.Table table = database.table(layer.name()).orElseThrow();
        String geometry = String.valueOf(
                Objects.requireNonNull(geometryColumns.get(layer.name())).get(0));
        database.read(table, geometry, (row, tooLarge) -> consumer.accept(feature(table, geometry, row, tooLarge)));
    }

    @Override
    public Optional<String> numberColumn(Layer layer) throws BrokenFile {
        return database.table(layer.name()).flatMap(SqliteStatements.Table::number);
    }

    private static GeoFeature feature(
            SqliteStatements.Table table, String geometryColumn, List<@Nullable Object> row, boolean tooLarge) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        DeliveredBoundary boundary = null;
        String otherType = null;
        for (int i = 0; i < row.size(); i++) {
            Object value = row.get(i);
            String column = table.columns().get(i);
            if (column.equalsIgnoreCase(geometryColumn)) {
                try {
                    WkbRings rings = value instanceof byte[] blob ? rings(blob) : null;
                    boundary = isTooLarge(value)
                            ? DeliveredBoundary.TOO_LARGE
                            : rings == null ? null : rings.read().orElse(null);
                    otherType = rings == null || boundary != null ? null : rings.type();
                } catch (IllegalArgumentException | BufferUnderflowException e) {
                    otherType = UNREADABLE;
                }
            } else if (value instanceof String text) {
                properties.put(column, text);
            } else if (value instanceof Long flag && table.flags().contains(column)) {
                properties.put(column, flag != 0);
            } else if (value instanceof Long number) {
                properties.put(column, number);
            } else if (value instanceof Double number) {
                properties.put(column, number);
            } else {
                properties.putNull(column);
            }
        }
        return new GeoFeature(properties, tooLarge, boundary, otherType, null, null);
    }

    private static boolean isTooLarge(@Nullable Object boundary) {
        return boundary instanceof Long bytes && bytes > SqliteStatements.LARGEST_BOUNDARY;
    }

    /** The geometry behind the header of the blob; null for an empty one. */
    private static @Nullable WkbRings rings(byte[] blob) {
        if (blob.length < SHORTEST_HEADER || blob[0] != 'G' || blob[1] != 'P') {
            throw new IllegalArgumentException("No geometry of a GeoPackage");
        }
        int envelope = (blob[3] >> 1) & 7;
        boolean empty = (blob[3] & 16) != 0;
        if (envelope >= ENVELOPE_BYTES.length || blob.length < SHORTEST_HEADER + ENVELOPE_BYTES[envelope]) {
            throw new IllegalArgumentException("The geometry's header is cut off");
        }
        int begin = SHORTEST_HEADER + ENVELOPE_BYTES[envelope];
        return empty
                ? null
                : new WkbRings(ByteBuffer.wrap(blob, begin, blob.length - begin)
                        .slice()
                        .order(ByteOrder.LITTLE_ENDIAN));
    }

    /** Those of the layers; a package may list all that there are. */
    private void readSystems() throws BrokenFile {
        Set<String> needed = geometryColumns.values().stream()
                .map(column -> column.get(2).toString())
                .collect(Collectors.toSet());
        read("gpkg_spatial_ref_sys", List.of("srs_id", "organization", "organization_coordsys_id"), row -> {
            String system = String.valueOf(row.get(0));
            String organization = String.valueOf(row.get(1)).toUpperCase(Locale.ROOT);
            if (needed.contains(system) && organization.equals("EPSG")) {
                systems.put(system, "EPSG:" + row.get(2));
            }
        });
    }

    private void readGeometryColumns(List<String> names) throws BrokenFile {
        Set<String> needed = Set.copyOf(names);
        read("gpkg_geometry_columns", List.of("table_name", "column_name", "geometry_type_name", "srs_id"), row -> {
            String name = String.valueOf(row.get(0));
            if (needed.contains(name)) {
                geometryColumns.put(
                        name,
                        List.of(String.valueOf(row.get(1)), String.valueOf(row.get(2)), String.valueOf(row.get(3))));
            }
        });
    }

    /** Names of the tables that the package lists as layers. */
    private List<String> readNames() throws BrokenFile {
        List<String> names = new ArrayList<>();
        read("gpkg_contents", List.of("table_name", "data_type"), row -> {
            if ("features".equals(row.get(1))) {
                names.add(String.valueOf(row.get(0)));
            }
            if (names.size() > MOST_LAYERS) {
                throw new BrokenFile("import.geopackage-layers", MOST_LAYERS);
            }
        });
        return names;
    }

    private void addLayers(List<String> names) throws BrokenFile {
        for (String name : names) {
            List<Object> geometry = geometryColumns.get(name);
            SqliteStatements.Table table = database.table(name).orElse(null);
            if (geometry != null && table != null) {
                layers.add(new Layer(
                        name,
                        database.count(table),
                        geometry.get(1).toString(),
                        systems.get(geometry.get(2).toString())));
            }
        }
    }

    private void read(String name, List<String> columns, SqliteStatements.RowConsumer consumer) throws BrokenFile {
        SqliteStatements.Table table = database.table(name).orElseThrow(() -> new BrokenFile(NONE));
        if (!table.columns().containsAll(columns)) {
            throw new BrokenFile(NONE);
        }
        database.read(table, columns, consumer);
    }

    @Override
    public void close() {
        database.close();
    }
}

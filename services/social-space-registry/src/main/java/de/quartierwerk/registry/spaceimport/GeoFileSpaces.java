package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.DeliveredBoundary;
import de.quartierwerk.registry.boundary.MeasuredBoundary;
import de.quartierwerk.registry.geofile.BrokenFile;
import de.quartierwerk.registry.geofile.GeoFeature;
import de.quartierwerk.registry.geofile.GeoFile;
import de.quartierwerk.registry.geofile.Layer;
import de.quartierwerk.registry.level.LevelAttribute;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Reads a layer of a zipped shapefile or a GeoPackage. */
final class GeoFileSpaces {
    /** A shapefile keeps no more bytes of a column's name. */
    private static final int SHAPEFILE_NAME = 10;

    private final ImportOptions options;
    private final FeatureRows rows;
    private final Set<String> unreadable = new HashSet<>();
    /** Attributes that the options or the level name, by what a shapefile leaves of their names. */
    private final Map<String, String> cutAttributes = new HashMap<>();

    private int number;
    private @Nullable String missing;
    private @Nullable String numberColumn;
    private String columns = "";

    private GeoFileSpaces(ImportOptions options, RowSink sink) {
        this.options = options;
        this.rows = new FeatureRows(options, sink);
    }

    /** Opens a file of one kind. */
    interface Opening {
        GeoFile open() throws BrokenFile, IOException;
    }

    static FileContent read(Opening opening, ImportOptions options, RowSink sink) throws FileFault, IOException {
        try (GeoFile file = opening.open()) {
            return new GeoFileSpaces(options, sink).read(file);
        } catch (BrokenFile e) {
            throw FileFault.unusable(e.code(), null, null, null, e.arguments().toArray());
        } catch (ZipException | EOFException e) {
            throw FileFault.unusable("import.zip-broken", null, null, null);
        }
    }

    private FileContent read(GeoFile file) throws FileFault, BrokenFile, IOException {
        Layer layer = layer(file.layers());
        Crs crs = crs(layer);
        if (crs.approximate()) {
            rows.warning("crs-approximate", crs.code(), crs.code());
        }
        BoundaryReader boundaries = new BoundaryReader(crs, options.anywhere());
        if (file.cutsNames()) {
            noteCutAttributes();
        }
        numberColumn =
                file.numberColumn(layer).filter(column -> !isWanted(column)).orElse(null);
        file.read(layer, feature -> add(feature, boundaries));
        if (missing != null) {
            throw FileFault.unusable("import.column-missing", null, missing, null, missing, columns);
        }
        return rows.result(crs);
    }

    private void add(GeoFeature feature, BoundaryReader boundaries) {
        number++;
        ObjectNode properties = feature.properties();
        named().forEach(name -> restoreName(properties, name));
        if (number == 1) {
            missing = named().filter(name -> !properties.has(name)).findFirst().orElse(null);
            columns = properties.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(", "));
        }
        if (missing != null) {
            return;
        }
        if (numberColumn != null) {
            properties.remove(numberColumn);
        }
        cutAttributes.forEach((cut, name) -> rename(properties, cut, name));
        if (feature.tooLarge()) {
            rows.addTooLarge(number, properties);
            return;
        }
        tellUnreadable(feature.unreadable());
        DeliveredBoundary boundary = feature.boundary();
        rows.add(
                number,
                properties,
                feature.undecodable(),
                FeatureRows.weight(boundary == null ? 0 : boundary.weight(), FeatureRows.characters(properties)),
                known -> reading(feature, boundaries, known));
    }

    /** Tells of each column once, since a program that writes them writes many. */
    private void tellUnreadable(@Nullable String delivered) {
        String column = delivered == null ? null : cutAttributes.getOrDefault(delivered, delivered);
        boolean kept = column != null && (options.attributes() == null || isWanted(column));
        if (column != null && kept && unreadable.add(column)) {
            rows.warning(number, "number-unreadable", column, column);
        }
    }

    private boolean isWanted(String column) {
        return named().anyMatch(column::equals)
                || (options.attributes() != null && options.attributes().contains(column));
    }

    private static BoundaryReader.Reading reading(
            GeoFeature feature, BoundaryReader boundaries, @Nullable MeasuredBoundary known) {
        if (feature.boundary() != null) {
            return boundaries.read(feature.boundary(), known);
        }
        BoundaryFault fault = feature.otherType() == null
                ? new BoundaryFault(FeatureRows.GEOMETRY_MISSING, null, null, List.of())
                : new BoundaryFault("geometry-type", feature.otherType(), null, List.of());
        return new BoundaryReader.Reading(null, List.of(fault), List.of(), false);
    }

    private Stream<String> named() {
        return Stream.of(
                        options.keyProperty(),
                        options.nameProperty(),
                        options.parentProperty(),
                        options.shortNameProperty(),
                        options.validFromProperty(),
                        options.validToProperty(),
                        options.where() == null ? null : options.where().column())
                .filter(name -> name != null);
    }

    /** Names that begin alike cannot be told apart, and a column that is wanted itself keeps its name. */
    private void noteCutAttributes() {
        List<String> wanted = Stream.concat(
                        options.rules().attributes().stream().map(LevelAttribute::name),
                        options.attributes() == null ? Stream.empty() : options.attributes().stream())
                .distinct()
                .toList();
        Map<String, List<String>> byCut = wanted.stream().collect(Collectors.groupingBy(GeoFileSpaces::cut));
        byCut.forEach((cut, names) -> {
            if (names.size() == 1 && !names.contains(cut) && named().noneMatch(cut::equals)) {
                cutAttributes.put(cut, names.get(0));
            }
        });
    }

    /** Gives a column that a shapefile has cut off the name that the options know. */
    private static void restoreName(ObjectNode properties, String name) {
        rename(properties, cut(name), name);
    }

    private static void rename(ObjectNode properties, String column, String name) {
        if (!properties.has(name) && properties.has(column)) {
            properties.set(name, properties.remove(column));
        }
    }

    private static String cut(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= SHAPEFILE_NAME ? name : new String(bytes, 0, SHAPEFILE_NAME, StandardCharsets.UTF_8);
    }

    private Layer layer(List<Layer> layers) throws FileFault {
        String wanted = options.layer();
        String all = layers.stream().map(Layer::toString).collect(Collectors.joining("; "));
        if (wanted == null && layers.size() == 1) {
            return layers.get(0);
        }
        if (layers.isEmpty()) {
            throw FileFault.unusable("import.file-without-rows", null, null, null);
        }
        if (wanted == null) {
            throw FileFault.unusable("import.layer-needed", null, null, null, all);
        }
        return layers.stream()
                .filter(layer -> layer.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> FileFault.unusable("import.layer-unknown", null, null, wanted, wanted, all));
    }

    /** The option's system wins over the file's own; a difference is a warning. */
    private Crs crs(Layer layer) throws FileFault {
        String name = layer.crs();
        Optional<Crs> named = named(name);
        Crs chosen = options.crs();
        if (chosen != null) {
            if (name != null && !named.equals(Optional.of(chosen))) {
                rows.warning("crs-differs", name, name, chosen.code());
            }
            return chosen;
        }
        if (name == null) {
            throw FileFault.unusable("import.crs-missing", null, null, null, String.join(", ", Crs.codes()));
        }
        return named.orElseThrow(
                () -> FileFault.unusable("import.crs-unknown", null, null, name, name, String.join(", ", Crs.codes())));
    }

    private static Optional<Crs> named(@Nullable String crs) {
        return crs == null || !crs.toUpperCase(Locale.ROOT).startsWith("EPSG") ? Optional.empty() : Crs.of(crs);
    }
}

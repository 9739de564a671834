package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.kit.web.Keys;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.MeasuredBoundary;
import de.quartierwerk.registry.geofile.TextRoom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes rows of features, whatever the form of their file. Boundaries are read portion by portion on a thread beside
 * the caller's, who reads the file meanwhile.
 */
final class FeatureRows {
    static final String GEOMETRY_MISSING = "geometry-missing";
    private static final int FEATURES_AT_ONCE = 500;
    private static final int POSITIONS_AT_ONCE = 20_000;
    /** So many characters of properties take as much memory as a position, at most. */
    private static final int CHARACTERS_OF_A_POSITION = 8;

    private final ImportOptions options;
    private final RowSink sink;
    private final RowCheck check;
    private final PortionsBeside<Feature> features;
    private int received;
    private boolean paddingTold;
    private boolean ownSpans;

    FeatureRows(ImportOptions options, RowSink sink) {
        this.options = options;
        this.sink = sink;
        this.check = new RowCheck(options.rules(), sink);
        this.features = new PortionsBeside<>(FEATURES_AT_ONCE, POSITIONS_AT_ONCE, this::read, this::take);
    }

    /** A feature between the file and its row; the boundary is there once it has been read. */
    private static final class Feature {
        private final int number;
        private final @Nullable ObjectNode properties;
        private final @Nullable String undecodable;
        private final boolean tooLarge;
        private final Function<@Nullable MeasuredBoundary, BoundaryReader.Reading> geometry;
        private BoundaryReader.Reading reading = BoundaryReader.Reading.NONE;

        Feature(
                int number,
                @Nullable ObjectNode properties,
                @Nullable String undecodable,
                boolean tooLarge,
                Function<@Nullable MeasuredBoundary, BoundaryReader.Reading> geometry) {
            this.number = number;
            this.properties = properties;
            this.undecodable = undecodable;
            this.tooLarge = tooLarge;
            this.geometry = geometry;
        }

        void read(@Nullable MeasuredBoundary known) {
            reading = geometry.apply(known);
        }
    }

    /** Adds something that somebody should look at in the file as a whole. */
    void warning(String code, @Nullable String value, String... arguments) {
        sink.finding(Finding.warning(null, null, code, value, List.of(arguments)));
    }

    /** Adds something that somebody should look at in a row. */
    void warning(int number, String code, @Nullable String value, String... arguments) {
        sink.finding(Finding.warning(number, null, code, value, List.of(arguments)));
    }

    /** Takes something that should be a feature and is none. */
    void addNone(int number) {
        received++;
        features.add(new Feature(number, null, null, false, measured -> BoundaryReader.Reading.NONE), 0);
    }

    /** How much a feature weighs: what its boundary weighs, and so many characters of its properties. */
    static int weight(int boundary, int characters) {
        return boundary + characters / CHARACTERS_OF_A_POSITION;
    }

    /** How many characters properties have. */
    static int characters(ObjectNode properties) {
        return properties.properties().stream()
                .mapToInt(property -> property.getValue().asText().length())
                .sum();
    }

    /**
     * Takes a feature whose properties are too large, unless the options leave it out.
     *
     * @param known the properties by which the options and people know it
     */
    void addTooLarge(int number, ObjectNode known) {
        if (isWanted(known)) {
            received++;
            features.add(
                    new Feature(number, known, null, true, measured -> BoundaryReader.Reading.NONE),
                    weight(0, characters(known)));
        }
    }

    /**
     * Takes a feature, unless the options leave it out.
     *
     * @param undecodable property whose text is not written in the file's charset
     * @param weight see {@link #weight}
     * @param geometry reads its boundary, on another thread, given the one that the space has already
     */
    void add(
            int number,
            ObjectNode properties,
            @Nullable String undecodable,
            int weight,
            Function<@Nullable MeasuredBoundary, BoundaryReader.Reading> geometry) {
        if (isWanted(properties)) {
            received++;
            features.add(new Feature(number, properties, undecodable, false, geometry), weight);
        }
    }

    private boolean isWanted(ObjectNode properties) {
        RowFilter where = options.where();
        return where == null || where.takes(properties.path(where.column()));
    }

    private void take(Feature feature) {
        if (feature.properties == null) {
            check.begin(feature.number, null);
            check.fault("not-a-feature", null);
        } else if (feature.tooLarge) {
            begin(feature.number, feature.properties);
            check.fault("row-too-large", null, Integer.toString(TextRoom.MOST_CHARACTERS));
        } else {
            take(feature.number, feature.properties, feature.undecodable, feature.reading);
        }
    }

    private void begin(int number, ObjectNode properties) {
        check.begin(number, key(properties));
    }

    private @Nullable String key(ObjectNode properties) {
        JsonNode key = properties.path(options.keyProperty());
        return options.keyForm().takes(key) ? options.keyForm().text(key) : null;
    }

    /** Reads the boundaries of a portion, on the other thread. */
    private void read(List<Feature> portion) {
        Map<Feature, String> keys = new LinkedHashMap<>();
        for (Feature feature : portion) {
            String key = feature.properties == null ? null : key(feature.properties);
            if (key != null && Keys.isKey(key)) {
                keys.put(feature, key);
            }
        }
        Map<String, MeasuredBoundary> known = sink.known(keys.values());
        portion.forEach(feature -> feature.read(known.get(keys.getOrDefault(feature, ""))));
    }

    private void take(
            int number, ObjectNode properties, @Nullable String undecodable, BoundaryReader.Reading geometry) {
        JsonNode key = properties.path(options.keyProperty());
        KeyForm form = options.keyForm();
        begin(number, properties);
        if (undecodable != null) {
            check.fault("text-undecodable", properties.path(undecodable).asText(), undecodable);
            return;
        }
        if (!isAbsent(key) && !form.takes(key)) {
            check.fault("key-wrong-type", key.toString());
            return;
        }
        JsonNode name = properties.path(options.nameProperty());
        if (!isAbsent(name) && !name.isTextual()) {
            check.fault("name-wrong-type", name.toString(), options.nameProperty());
            return;
        }
        String parent = parent(properties, form.takes(key) ? form.text(key) : null);
        ObjectNode attributes = attributes(properties);
        if (key.isNumber() && !paddingTold) {
            paddingTold = true;
            check.hint("key-padded", key.asText(), key.asText(), form.text(key));
        }
        if (OwnForm.is(properties)) {
            check.ownColumns(properties, attributes);
        }
        check.check(name.textValue(), parent, attributes);
        BoundaryReader.Reading reading = reading(properties, geometry);
        check.boundary(reading);
        RowDays.Columns days = RowDays.Columns.of(options, OwnForm.is(properties));
        ownSpans |= days.equals(RowDays.Columns.OF_OUR_OWN);
        Span span = RowDays.span(options, days, text(properties, days.from()), text(properties, days.to()), check);
        check.end(name.textValue(), shortName(properties), parent, attributes, reading.boundary(), span);
    }

    /** Our own list names spaces without a boundary too; what they have stays. */
    private static BoundaryReader.Reading reading(ObjectNode properties, BoundaryReader.Reading reading) {
        boolean none = reading.faults().stream().anyMatch(fault -> fault.code().equals(GEOMETRY_MISSING));
        return none && OwnForm.is(properties) ? BoundaryReader.Reading.NONE : reading;
    }

    private @Nullable String shortName(ObjectNode properties) {
        String property = options.shortNameProperty();
        return property == null && OwnForm.is(properties)
                ? text(properties, OwnForm.SHORT_NAME)
                : text(properties, property);
    }

    private @Nullable String parent(ObjectNode properties, @Nullable String key) {
        ParentRule rule = options.parent();
        if (rule == null && OwnForm.is(properties)) {
            return OwnForm.parent(properties);
        }
        if (rule == null || rule.property() == null) {
            return ParentOfKey.parent(rule, key, check);
        }
        JsonNode parent = properties.path(rule.property());
        KeyForm form = rule.form();
        if (parent.isMissingNode()) {
            check.fault("parent-missing", null, rule.property());
        } else if (!isAbsent(parent) && !form.takes(parent)) {
            check.fault("parent-wrong-type", parent.toString(), rule.property());
        }
        String text = form.takes(parent) ? form.text(parent) : "";
        return text.isBlank() ? null : text;
    }

    private ObjectNode attributes(ObjectNode properties) {
        if (OwnForm.is(properties)) {
            return OwnForm.attributes(properties);
        }
        ObjectNode attributes = properties.deepCopy();
        Stream.of(
                        options.keyProperty(),
                        options.nameProperty(),
                        options.parentProperty(),
                        options.shortNameProperty(),
                        options.validFromProperty(),
                        options.validToProperty())
                .filter(Objects::nonNull)
                .forEach(attributes::remove);
        Set<String> kept = options.attributes();
        attributes
                .properties()
                .removeIf(entry -> entry.getValue().isNull() || (kept != null && !kept.contains(entry.getKey())));
        return attributes;
    }

    private static @Nullable String text(ObjectNode properties, @Nullable String property) {
        JsonNode node = property == null ? null : properties.get(property);
        return node == null || node.isNull() ? null : node.asText();
    }

    private static boolean isAbsent(JsonNode node) {
        return node.isNull() || node.isMissingNode();
    }

    /** What was taken from a file whose boundaries were read in this system. */
    FileContent result(Crs crs) throws FileFault {
        features.finish();
        if (received == 0) {
            throw FileFault.unusable("import.file-without-rows", null, null, null);
        }
        return new FileContent(received, false, true, ownSpans, crs);
    }
}

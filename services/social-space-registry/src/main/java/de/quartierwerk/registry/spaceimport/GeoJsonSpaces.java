package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.GeoJsonShape;
import de.quartierwerk.registry.geofile.TextRoom;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a GeoJSON FeatureCollection, a single feature, or features one after the other, each on its own, so that a
 * large file need not fit into memory as a tree.
 */
final class GeoJsonSpaces {
    /** The parser remembers all names of members while it reads, so none may be long. */
    private static final int LONGEST_MEMBER = 256;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNameLength(LONGEST_MEMBER)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    /** Longer than the name of any system. */
    private static final int LONGEST_SYSTEM = 200;

    private final FeatureRows rows;
    private final Set<String> known;
    private final Crs crs;
    private final BoundaryReader boundaries;
    private int number;

    private GeoJsonSpaces(ImportOptions options, Path file, RowSink sink) throws FileFault, IOException {
        this.rows = new FeatureRows(options, sink);
        this.known = options.where() == null
                ? Set.of(options.keyProperty())
                : new HashSet<>(List.of(options.keyProperty(), options.where().column()));
        this.crs = crs(options.crs(), file, rows);
        if (crs.approximate()) {
            rows.warning("crs-approximate", crs.code(), crs.code());
        }
        this.boundaries = new BoundaryReader(crs, options.anywhere());
    }

    /** Reads something from the file's JSON. */
    private interface Reading<T> {
        T from(JsonParser parser) throws IOException, FileFault;
    }

    static FileContent read(Path file, ImportOptions options, RowSink sink) throws FileFault, IOException {
        GeoJsonSpaces spaces = new GeoJsonSpaces(options, file, sink);
        boolean sequence = parse(file, GeoJsonSpaces::beginsWithFeature);
        parse(file, parser -> {
            if (sequence) {
                spaces.readSequence(parser);
            } else {
                spaces.readCollection(parser);
            }
            return spaces;
        });
        return spaces.rows.result(spaces.crs);
    }

    /** Whether the first object is a feature, not a collection of them. */
    private static boolean beginsWithFeature(JsonParser parser) throws IOException {
        parser.nextToken();
        return goTo(parser, "type") && "Feature".equals(parser.getText());
    }

    /** Goes to a member's value in the object that begins with the present token, if it is one and has it. */
    private static boolean goTo(JsonParser parser, String member) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = member.equals(parser.currentName());
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static <T> T parse(Path file, Reading<T> reading) throws FileFault, IOException {
        try (InputStream in = new BoundedJson(Files.newInputStream(file), TextRoom.LONGEST_TEXT);
                JsonParser parser = JSON.createParser(in)) {
            try {
                return reading.from(parser);
            } catch (StreamConstraintsException e) {
                throw limitExceeded(parser.currentLocation());
            } catch (JsonProcessingException e) {
                if (!Texts.isUtf8(file)) {
                    throw FileFault.malformed("import.json-charset", null, null);
                }
                throw malformed(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (CharConversionException e) {
            throw FileFault.malformed("import.json-charset", null, null);
        }
    }

    /** The option's system wins over the file's own; a difference is a warning. */
    private static Crs crs(@Nullable Crs chosen, Path file, FeatureRows rows) throws FileFault, IOException {
        Optional<String> named =
                Texts.contains(file, "\"crs\"") ? parse(file, GeoJsonSpaces::crsMember) : Optional.empty();
        if (chosen != null) {
            named.filter(name -> Crs.of(name).filter(chosen::equals).isEmpty())
                    .ifPresent(name -> rows.warning("crs-differs", name, name, chosen.code()));
            return chosen;
        }
        if (named.isEmpty()) {
            return Crs.EPSG_4326;
        }
        return Crs.of(named.get())
                .orElseThrow(() -> FileFault.unusable(
                        "import.crs-unknown", null, null, named.get(), named.get(), String.join(", ", Crs.codes())));
    }

    /** Name in the member {@code crs} of older GeoJSON, wherever in the file it stands. */
    private static Optional<String> crsMember(JsonParser parser) throws IOException {
        parser.nextToken();
        boolean named = goTo(parser, "crs") && goTo(parser, "properties") && goTo(parser, "name");
        if (!named || parser.currentToken() != JsonToken.VALUE_STRING) {
            return Optional.empty();
        }
        String name = parser.getText();
        return Optional.of(name.substring(0, Math.min(name.length(), LONGEST_SYSTEM)));
    }

    private void readCollection(JsonParser parser) throws IOException, FileFault {
        boolean collection = false;
        boolean features = false;
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw notACollection(parser);
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            JsonToken value = parser.nextToken();
            if (member.equals("type")) {
                if (!"FeatureCollection".equals(parser.getText())) {
                    throw notACollection(parser);
                }
                collection = true;
            } else if (member.equals("features")) {
                if (value != JsonToken.START_ARRAY) {
                    throw notACollection(parser);
                }
                features = true;
                readFeatures(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (!collection || !features) {
            throw notACollection(parser);
        }
        if (parser.nextToken() != null) {
            throw malformed(parser.currentLocation());
        }
    }

    private void readFeatures(JsonParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            readFeature(parser);
        }
    }

    /** Reads features that follow each other without a collection around them. */
    private void readSequence(JsonParser parser) throws IOException {
        while (parser.nextToken() != null) {
            readFeature(parser);
        }
    }

    /** Reads the feature that begins with the present token, its geometry without a tree. */
    private void readFeature(JsonParser parser) throws IOException {
        number++;
        boolean feature = false;
        FeatureProperties properties = null;
        GeoJsonShape geometry = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "type" -> feature = "Feature".equals(parser.getText());
                    case "properties" -> properties = FeatureProperties.read(parser, JSON, known);
                    case "geometry" -> geometry = GeoJsonShape.read(parser);
                    default -> {}
                }
                parser.skipChildren();
            }
        } else {
            parser.skipChildren();
        }
        add(feature ? properties : null, geometry);
    }

    private void add(@Nullable FeatureProperties properties, @Nullable GeoJsonShape geometry) {
        if (properties == null) {
            rows.addNone(number);
        } else if (properties.tooLarge()) {
            rows.addTooLarge(number, properties.members());
        } else {
            rows.add(
                    number,
                    properties.members(),
                    null,
                    FeatureRows.weight(geometry == null ? 0 : geometry.weight(), properties.characters()),
                    measured -> boundaries.read(geometry, measured));
        }
    }

    private static FileFault notACollection(JsonParser parser) {
        JsonLocation place = parser.currentTokenLocation();
        return FileFault.unusable(
                "import.not-a-feature-collection", place.getLineNr(), Integer.toString(place.getColumnNr()), null);
    }

    private static FileFault limitExceeded(JsonLocation place) {
        return FileFault.unusable(
                "import.json-limit-exceeded",
                place.getLineNr(),
                Integer.toString(place.getColumnNr()),
                null,
                place.getLineNr(),
                place.getColumnNr());
    }

    private static FileFault malformed(JsonLocation place) {
        return FileFault.malformed(
                "import.json-malformed",
                place.getLineNr(),
                Integer.toString(place.getColumnNr()),
                place.getLineNr(),
                place.getColumnNr());
    }
}

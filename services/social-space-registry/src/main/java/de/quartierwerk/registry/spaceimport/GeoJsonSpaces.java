package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import de.quartierwerk.registry.boundary.GeoJsonShape;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a GeoJSON FeatureCollection, a single feature, or features one after the other, each on its own, so that a
 * large file need not fit into memory as a tree.
 */
final class GeoJsonSpaces {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
            .build();

    private final FeatureRows rows;
    private final Crs crs;
    private final BoundaryReader boundaries;
    private int number;

    private GeoJsonSpaces(ImportOptions options, Path file, RowSink sink) throws FileFault, IOException {
        this.rows = new FeatureRows(options, sink);
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
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals("type")) {
                return "Feature".equals(parser.getText());
            }
            parser.skipChildren();
        }
        return false;
    }

    private static <T> T parse(Path file, Reading<T> reading) throws FileFault, IOException {
        try (InputStream in = new Separators(Files.newInputStream(file));
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
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return Optional.empty();
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String member = parser.currentName();
            parser.nextToken();
            if (member.equals("crs")) {
                JsonNode crs = JSON.readTree(parser);
                return Optional.ofNullable(crs.path("properties").path("name").textValue());
            }
            parser.skipChildren();
        }
        return Optional.empty();
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
        ObjectNode properties = null;
        GeoJsonShape geometry = null;
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                switch (member) {
                    case "type" -> feature = "Feature".equals(parser.getText());
                    case "properties" -> properties = JSON.readTree(parser) instanceof ObjectNode read ? read : null;
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

    private void add(@Nullable ObjectNode properties, @Nullable GeoJsonShape geometry) {
        if (properties == null) {
            rows.addNone(number);
        } else {
            rows.add(
                    number,
                    properties,
                    null,
                    geometry == null ? 0 : geometry.countPositions(),
                    () -> boundaries.read(geometry));
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

    /** Record separators (RFC 8142) become white space; JSON itself cannot hold them. */
    private static final class Separators extends FilterInputStream {
        private static final byte SEPARATOR = 0x1E;

        Separators(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            return next == SEPARATOR ? '\n' : next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            for (int i = offset; i < offset + read; i++) {
                bytes[i] = bytes[i] == SEPARATOR ? (byte) '\n' : bytes[i];
            }
            return read;
        }
    }
}

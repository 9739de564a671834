package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.registry.boundary.Boundary;
import de.quartierwerk.registry.boundary.BoundaryReader;
import de.quartierwerk.registry.boundary.Crs;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a GeoJSON FeatureCollection feature by feature, so that a large one need not fit into memory as a tree. */
final class GeoJsonSpaces {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final ImportOptions options;
    private final RowCheck check = new RowCheck();
    private final List<Finding> ofTheFile = new ArrayList<>();
    private final Crs crs;
    private final BoundaryReader boundaries;
    private int received;

    private GeoJsonSpaces(ImportOptions options, Path file) throws FileFault, IOException {
        this.options = options;
        this.crs = crs(options.crs(), file, ofTheFile);
        if (crs.approximate()) {
            ofTheFile.add(Finding.warning(null, null, "crs-approximate", crs.code(), List.of(crs.code())));
        }
        this.boundaries = new BoundaryReader(crs, options.anywhere());
    }

    /** Reads something from the file's JSON. */
    private interface Reading<T> {
        T from(JsonParser parser) throws IOException, FileFault;
    }

    static SpaceRows read(Path file, ImportOptions options) throws FileFault, IOException {
        GeoJsonSpaces spaces = new GeoJsonSpaces(options, file);
        parse(file, parser -> {
            spaces.readCollection(parser);
            return spaces;
        });
        if (spaces.received == 0) {
            throw FileFault.unusable("import.file-without-rows", null, null, null);
        }
        return spaces.check.result(spaces.received, spaces.ofTheFile, false, true).in(spaces.crs);
    }

    private static <T> T parse(Path file, Reading<T> reading) throws FileFault, IOException {
        try (InputStream in = Files.newInputStream(file);
                JsonParser parser = JSON.createParser(in)) {
            try {
                return reading.from(parser);
            } catch (StreamConstraintsException e) {
                throw limitExceeded(parser.currentLocation());
            } catch (JsonProcessingException e) {
                throw malformed(e.getLocation() == null ? parser.currentLocation() : e.getLocation());
            }
        } catch (CharConversionException e) {
            throw FileFault.malformed("import.json-charset", null, null);
        }
    }

    /** The option's system wins over the file's own; a difference is a warning. */
    private static Crs crs(@Nullable Crs chosen, Path file, List<Finding> warnings) throws FileFault, IOException {
        Optional<String> named = parse(file, GeoJsonSpaces::crsMember);
        if (chosen != null) {
            named.filter(name -> Crs.of(name).filter(chosen::equals).isEmpty())
                    .ifPresent(name -> warnings.add(
                            Finding.warning(null, null, "crs-differs", name, List.of(name, chosen.code()))));
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
            received++;
            readFeature(JSON.readTree(parser));
        }
    }

    private void readFeature(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        JsonNode key = properties.path(options.keyProperty());
        check.begin(received, key.isTextual() ? key.textValue() : null);
        if (!"Feature".equals(feature.path("type").textValue()) || !properties.isObject()) {
            check.fault("not-a-feature", null);
            return;
        }
        if (!isTextOrAbsent(key)) {
            check.fault("key-wrong-type", key.toString());
            return;
        }
        JsonNode name = properties.path(options.nameProperty());
        if (!isTextOrAbsent(name)) {
            check.fault("name-wrong-type", name.toString(), options.nameProperty());
            return;
        }
        String parent = parent(properties, key.textValue());
        ObjectNode attributes = attributes((ObjectNode) properties);
        check.check(name.textValue(), parent, attributes);
        Boundary boundary = boundary(feature.get("geometry"));
        check.end(name.textValue(), parent, attributes, boundary);
    }

    private @Nullable String parent(JsonNode properties, @Nullable String key) {
        ParentRule rule = options.parent();
        if (rule == null && OwnForm.is(properties)) {
            return OwnForm.parent(properties);
        }
        if (rule == null || rule.property() == null) {
            return ParentOfKey.parent(rule, key, check);
        }
        JsonNode parent = properties.path(rule.property());
        if (parent.isMissingNode()) {
            check.fault("parent-missing", null, rule.property());
        } else if (!isTextOrAbsent(parent)) {
            check.fault("parent-wrong-type", parent.toString(), rule.property());
        }
        return parent.asText("").isBlank() || parent.isNull() ? null : parent.asText();
    }

    private ObjectNode attributes(ObjectNode properties) {
        if (OwnForm.is(properties)) {
            return OwnForm.attributes(properties);
        }
        ObjectNode attributes = properties.deepCopy();
        attributes.remove(List.of(options.keyProperty(), options.nameProperty()));
        if (options.parent() != null && options.parent().property() != null) {
            attributes.remove(options.parent().property());
        }
        attributes.properties().removeIf(entry -> entry.getValue().isNull());
        return attributes;
    }

    private @Nullable Boundary boundary(@Nullable JsonNode geometry) {
        BoundaryReader.Reading reading = boundaries.read(geometry);
        reading.faults().forEach(check::fault);
        reading.warnings().forEach(check::warning);
        return reading.boundary();
    }

    private static boolean isTextOrAbsent(JsonNode node) {
        return node.isTextual() || node.isNull() || node.isMissingNode();
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

package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import de.quartierwerk.kit.problem.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The JSON Schema of scheme documents. */
@ApplicationScoped
class SchemeLanguage {
    private static final String FILE = "/schema/scheme.json";
    private static final int MOST_ERRORS = 100;

    private final JsonNode document;
    private final Schema schema;

    SchemeLanguage(ObjectMapper json) {
        try (InputStream file = SchemeLanguage.class.getResourceAsStream(FILE)) {
            document = json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, registry -> registry.schemaRegistryConfig(config))
                .getSchema(document);
    }

    /** The JSON Schema itself. */
    JsonNode document() {
        return document;
    }

    /** What does not fit the schema, in the order of the places. */
    List<InputError> errors(JsonNode scheme) {
        List<InputError> errors = new ArrayList<>();
        schema.validate(scheme).forEach(error -> errors.add(error(error)));
        errors.sort(Comparator.comparing(InputError::pointer));
        return errors.subList(0, Math.min(MOST_ERRORS, errors.size()));
    }

    private static InputError error(com.networknt.schema.Error error) {
        String pointer = error.getInstanceLocation().toString();
        JsonNode node = error.getInstanceNode();
        String value = node == null || node.isContainerNode() ? null : node.asText();
        String wanted = error.getSchemaNode() == null ? "" : wanted(error.getSchemaNode());
        String property = Objects.requireNonNullElse(error.getProperty(), "");
        return switch (error.getKeyword()) {
            case "required" ->
                InputError.at(pointer + DocumentForm.step(property), "scheme.field-missing", null, property);
            case "additionalProperties", "unevaluatedProperties" ->
                InputError.at(pointer + DocumentForm.step(property), "scheme.field-unknown", null, property);
            case "type" -> InputError.at(pointer, "scheme.wrong-type", value, wanted);
            case "enum" -> InputError.at(pointer, "scheme.not-among", value, wanted);
            case "pattern" -> InputError.at(pointer, "scheme.wrong-form", value, wanted);
            case "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "minProperties" ->
                InputError.at(pointer, "scheme.out-of-bounds", value, error.getKeyword(), wanted);
            default -> InputError.at(pointer, "scheme.not-fitting", value, error.getMessage());
        };
    }

    private static String wanted(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        List<String> values = new ArrayList<>();
        node.forEach(value -> values.add(value.asText()));
        return String.join(", ", values);
    }
}

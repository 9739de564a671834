package de.quartierwerk.classification.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import de.quartierwerk.kit.problem.InputError;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The JSON Schema of scheme documents. */
@ApplicationScoped
class SchemeLanguage {
    private static final String FILE = "/schema/scheme.json";
    private static final int MOST_ERRORS = 100;

    private final JsonNode document;
    private final JsonSchema schema;

    SchemeLanguage(ObjectMapper json) {
        try (InputStream file = SchemeLanguage.class.getResourceAsStream(FILE)) {
            document = json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .locale(Locale.ENGLISH)
                .build();
        schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(document, config);
    }

    /** The JSON Schema itself. */
    JsonNode document() {
        return document;
    }

    /** What does not fit the schema, in the order of the places. */
    List<InputError> errors(JsonNode scheme) {
        List<InputError> errors = new ArrayList<>();
        for (ValidationMessage message : schema.validate(scheme)) {
            errors.add(error(message));
        }
        errors.sort(Comparator.comparing(InputError::pointer));
        return errors.subList(0, Math.min(MOST_ERRORS, errors.size()));
    }

    private static InputError error(ValidationMessage message) {
        String pointer = message.getInstanceLocation().toString();
        JsonNode node = message.getInstanceNode();
        String value = node == null || node.isContainerNode() ? null : node.asText();
        String wanted = message.getSchemaNode() == null ? "" : wanted(message.getSchemaNode());
        String property = message.getProperty() == null ? "" : message.getProperty();
        return switch (message.getType()) {
            case "required" ->
                InputError.at(pointer + DocumentForm.step(property), "scheme.field-missing", null, property);
            case "additionalProperties", "unevaluatedProperties" ->
                InputError.at(pointer + DocumentForm.step(property), "scheme.field-unknown", null, property);
            case "type" -> InputError.at(pointer, "scheme.wrong-type", value, wanted);
            case "enum" -> InputError.at(pointer, "scheme.not-among", value, wanted);
            case "pattern" -> InputError.at(pointer, "scheme.wrong-form", value, wanted);
            case "minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "minProperties" ->
                InputError.at(pointer, "scheme.out-of-bounds", value, message.getType(), wanted);
            default -> InputError.at(pointer, "scheme.not-fitting", value, message.getMessage());
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

package de.quartierwerk.ingestion.intake.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema (2020-12) of mappings, taken from the service's own API document, whose schemas are written in the
 * same language: so both say the same. Fields that it does not name are refused.
 */
@ApplicationScoped
class MappingSchema {
    private static final String COMPONENTS = "#/components/schemas/";
    private static final String DEFINITIONS = "$defs";

    private final OpenApiDocumentService documents;
    private final ObjectMapper json;
    private @Nullable ObjectNode schema;

    MappingSchema(OpenApiDocumentService documents, ObjectMapper json) {
        this.documents = documents;
        this.json = json;
    }

    /** The schema. */
    synchronized ObjectNode schema() {
        if (schema == null) {
            schema = read();
        }
        return schema;
    }

    private ObjectNode read() {
        try {
            JsonNode schemas = json.readTree(documents.getDocument(OpenApiConstants.DEFAULT_DOCUMENT_NAME, Format.JSON))
                    .path("components")
                    .path("schemas");
            ObjectNode root = json.createObjectNode();
            root.put("$schema", "https://json-schema.org/draft/2020-12/schema");
            root.put("$id", "urn:quartierwerk:schema:mapping");
            root.put("title", "Mapping");
            ObjectNode definitions = json.createObjectNode();
            root.setAll((ObjectNode) moved(schemas.path("Mapping"), schemas, definitions));
            root.set(DEFINITIONS, definitions);
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A schema whose references lead to definitions of this document, which are added where they are missing. */
    private JsonNode moved(JsonNode node, JsonNode schemas, ObjectNode definitions) {
        if (node.isArray()) {
            var array = json.createArrayNode();
            node.forEach(element -> array.add(moved(element, schemas, definitions)));
            return array;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = json.createObjectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            boolean reference = field.getKey().equals("$ref") && value.asText().startsWith(COMPONENTS);
            copy.set(
                    field.getKey(),
                    reference
                            ? reference(value.asText().substring(COMPONENTS.length()), schemas, definitions)
                            : moved(value, schemas, definitions));
        }
        if (copy.has("properties")
                && copy.path("properties").isObject()
                && !copy.has("additionalProperties")
                && copy.path("type").asText().equals("object")) {
            copy.put("additionalProperties", false);
        }
        return copy;
    }

    private JsonNode reference(String name, JsonNode schemas, ObjectNode definitions) {
        if (!definitions.has(name)) {
            definitions.putObject(name);
            definitions.set(name, moved(schemas.path(name), schemas, definitions));
        }
        return TextNode.valueOf("#/" + DEFINITIONS + "/" + name);
    }
}

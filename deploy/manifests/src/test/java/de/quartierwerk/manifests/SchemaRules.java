package de.quartierwerk.manifests;

import static de.quartierwerk.manifests.Manifests.name;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether CloudNativePG's resources fit its schemas; fields that these do not know are refused. */
record SchemaRules(Manifests manifests, Path schemas) {
    private static final List<String> KINDS = List.of("clusters", "databases", "scheduledbackups");

    List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>();
        for (String kinds : KINDS) {
            JsonNode definition = Yamls.documents(
                            Files.readString(schemas.resolve("postgresql.cnpg.io_" + kinds + ".yaml")))
                    .get(0);
            JsonNode schema = definition.at("/spec/versions/0/schema/openAPIV3Schema");
            // of the metadata the schema says nothing but that they are an object
            ((ObjectNode) schema.at("/properties/metadata")).put("additionalProperties", true);
            close(schema);
            Schema strict = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(schema.toString(), InputFormat.JSON);
            manifests
                    .all(definition.at("/spec/names/kind").asText())
                    .forEach(document -> strict.validate(document.toString(), InputFormat.JSON)
                            .forEach(error -> faults.add(name(document) + ": " + error)));
        }
        return faults;
    }

    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object
                && object.path("properties").isObject()
                && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.forEach(SchemaRules::close);
    }
}

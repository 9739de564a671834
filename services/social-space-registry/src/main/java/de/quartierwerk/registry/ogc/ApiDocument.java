package de.quartierwerk.registry.ogc;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * The description of the OGC API in OpenAPI 3.0: what is the same everywhere stands in {@code ogc/openapi.json}, the
 * paths of each collection are added. Not 3.1, which the clients and the OGC's suite do not read.
 */
@ApplicationScoped
class ApiDocument {
    private static final List<String> OF_ITEMS =
            List.of("bbox", "bbox-crs", "crs", "datetime", "limit", "cursor", "key", "name", "parent", "f");

    private final ObjectNode common;
    private final LevelCollections collections;

    ApiDocument(ObjectMapper json, LevelCollections collections) {
        this.collections = collections;
        try (InputStream in = ApiDocument.class.getResourceAsStream("/ogc/openapi.json")) {
            common = (ObjectNode) json.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ObjectNode of(List<LevelCollection> all, Addresses addresses) {
        ObjectNode document = common.deepCopy();
        document.withObject("/info")
                .put("title", collections.text("ogc.title"))
                .put("description", collections.text("ogc.description"));
        document.putArray("servers").addObject().put("url", addresses.api());
        ObjectNode paths = (ObjectNode) document.get("paths");
        for (LevelCollection collection : all) {
            String id = collection.id().replace('.', '_').replace(':', '_');
            String title = collections.title(collection);
            ObjectNode about = get(paths, collection.path(), "describe_" + id, title, "Collection");
            parameters(about, List.of("f"));
            ObjectNode items = get(paths, collection.path() + "/items", "list_" + id, title, "Features");
            parameters(items, OF_ITEMS);
            ObjectNode item = get(paths, collection.path() + "/items/{featureId}", "get_" + id, title, "Feature");
            parameters(item, List.of("featureId", "crs", "f"));
        }
        return document;
    }

    private static ObjectNode get(ObjectNode paths, String path, String operation, String summary, String response) {
        ObjectNode get = paths.putObject(path).putObject("get");
        get.putArray("tags").add(response.equals("Collection") ? "Collections" : "Features");
        get.put("operationId", operation).put("summary", summary);
        ObjectNode responses = get.putObject("responses");
        responses.putObject("200").put("$ref", "#/components/responses/" + response);
        for (String status : List.of("400", "404", "406", "500")) {
            responses.putObject(status).put("$ref", "#/components/responses/Problem");
        }
        return get;
    }

    private static void parameters(ObjectNode operation, List<String> names) {
        ArrayNode parameters = operation.putArray("parameters");
        names.forEach(name -> parameters.addObject().put("$ref", "#/components/parameters/" + name));
    }
}

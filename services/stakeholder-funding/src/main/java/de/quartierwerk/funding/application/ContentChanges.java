package de.quartierwerk.funding.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which places one submission differs from the one before. */
final class ContentChanges {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ContentChanges() {}

    static List<Change> between(ApplicationContent before, ApplicationContent after) {
        List<Change> changes = new ArrayList<>();
        compare("", JSON.valueToTree(before), JSON.valueToTree(after), changes);
        return changes;
    }

    private static void compare(String pointer, JsonNode before, JsonNode after, List<Change> changes) {
        if (before.isContainerNode() || after.isContainerNode()) {
            Set<String> names = new LinkedHashSet<>();
            before.fieldNames().forEachRemaining(names::add);
            after.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compare(pointer + "/" + name, before.path(name), after.path(name), changes);
            }
            for (int i = 0; i < Math.max(size(before), size(after)); i++) {
                compare(pointer + "/" + i, element(before, i), element(after, i), changes);
            }
        } else if (!before.asText("").equals(after.asText(""))) {
            changes.add(new Change(pointer, text(before), text(after)));
        }
    }

    private static int size(JsonNode node) {
        return node.isArray() ? node.size() : 0;
    }

    private static JsonNode element(JsonNode node, int index) {
        JsonNode found = node.isArray() ? node.get(index) : null;
        return found == null ? MissingNode.getInstance() : found;
    }

    private static @Nullable String text(JsonNode node) {
        return node.isNull() || node.isMissingNode() ? null : node.asText();
    }
}

package de.quartierwerk.ingestion.intake.file;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first objects of a JSON document as rows under the names of their members. Pure functions. */
public final class JsonHead {
    private JsonHead() {}

    /** Reads the first objects of the first list of objects in the beginning of a document. */
    public static TableHead of(String head) throws IOException {
        List<Map<String, String>> objects = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(head)) {
            JsonToken before = null;
            JsonToken token = parser.nextToken();
            while (token != null && (before != JsonToken.START_ARRAY || token != JsonToken.START_OBJECT)) {
                before = token;
                token = parser.nextToken();
            }
            while (token == JsonToken.START_OBJECT && objects.size() < TableHead.MOST_ROWS) {
                objects.add(object(parser));
                token = parser.nextToken();
            }
        } catch (JacksonException cutOff) {
            // the beginning ends within an object; those before it are enough
        }
        return table(objects);
    }

    private static Map<String, String> object(JsonParser parser) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
            } else {
                members.put(name, value == JsonToken.VALUE_NULL ? "" : Texts.strip(parser.getText()));
            }
        }
        return members;
    }

    private static TableHead table(List<Map<String, String>> objects) {
        List<String> names = objects.stream()
                .flatMap(object -> object.keySet().stream())
                .distinct()
                .toList();
        List<TableHead.Row> rows = new ArrayList<>();
        for (Map<String, String> object : objects) {
            rows.add(new TableHead.Row(
                    rows.size() + 1L,
                    names.stream().map(name -> object.getOrDefault(name, "")).toList()));
        }
        return new TableHead(null, rows).under(names);
    }
}

package de.quartierwerk.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.demonstration.load.Answer;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;

/** Fills and reads lists; every refusal and every missing field ends the benchmark with the request and its answer. */
final class ListClient {
    /** Items of a measured page. */
    static final int ITEMS = 100;

    private final PlatformClient client;
    private final ObjectMapper json = new ObjectMapper();

    ListClient(PlatformClient client) {
        this.client = client;
    }

    /** The code of an item. */
    static String code(int number) {
        return "list-%03d".formatted(number);
    }

    Answer put(String user, String path, String body) {
        return client.put(path, user, read(body)).orFail();
    }

    Answer post(String user, String path, String body) {
        return client.post(path, user, read(body)).orFail();
    }

    /** Posts to a thing as it is now: with its entity tag. */
    Answer step(String user, String path, String step, String body) {
        Answer present = client.get(path, user).orFail();
        String tag = present.header("ETag")
                .orElseThrow(() -> new IllegalStateException(present.request() + " answered without an ETag"));
        return client.send(
                        "POST",
                        path + "/" + step,
                        user,
                        Map.of("Content-Type", "application/json", "If-Match", tag),
                        BodyPublishers.ofString(body))
                .orFail();
    }

    Answer upload(String user, String path, String content, String part, String options) {
        return client.upload(path, user, "list.csv", BodyPublishers.ofString(content), part, read(options))
                .orFail();
    }

    void awaitState(String user, String path, String state) {
        BenchRegion.awaitState(client, path, user, state);
    }

    /** Reads a page and answers how many items it has, at least {@link #ITEMS}. */
    int items(MeasuredList list) {
        Answer page = read(list);
        JsonNode items = page.json().path("items");
        if (!items.isArray() || items.size() < ITEMS) {
            throw new IllegalStateException("%s answered %s items, but %d are there: %s"
                    .formatted(page.request(), items.isArray() ? items.size() : "no", ITEMS, page.text()));
        }
        return items.size();
    }

    /** Reads a page. */
    Answer read(MeasuredList list) {
        return client.get(list.path(), list.user()).orFail();
    }

    /** A field that the answer must have. */
    static String field(Answer answer, String name) {
        JsonNode value = answer.json().path(name);
        if (!value.isValueNode() || value.isNull()) {
            throw new IllegalStateException(answer.request() + " answered no \"" + name + "\": " + answer.text());
        }
        return value.asText();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }
}

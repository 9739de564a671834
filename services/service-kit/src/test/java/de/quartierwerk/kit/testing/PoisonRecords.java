package de.quartierwerk.kit.testing;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/**
 * Makes records that are wrong in any way, out of the examples and schemas of the event contracts; same seed, same
 * records.
 */
final class PoisonRecords {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONG = 100_000;
    private static final int LARGE = 8_000_000;
    private static final List<String> ATTRIBUTES =
            List.of("ce_specversion", "ce_id", "ce_source", "ce_type", "ce_subject", "ce_time", "ce_version");
    private static final List<String> NONSENSE = List.of(
            "",
            " ",
            "x",
            "-1",
            "1.5",
            "0x10",
            "99999999999999999999",
            "2023-13-45T99:00:00Z",
            "+999999999-01-01T00:00:00Z",
            "null",
            "\u0000",
            "a\r\nb",
            "ä\uFFFF",
            "'; drop table inbox; --",
            "${jndi:ldap://x}");

    private final Random random;
    private final String topic;
    private final List<String> types;
    private final List<String> otherTypes;

    /**
     * @param topic topic with the installation's prefix
     * @param types types of this topic
     * @param otherTypes types of other topics
     */
    PoisonRecords(long seed, String topic, List<String> types, List<String> otherTypes) {
        this.random = new Random(seed);
        this.topic = topic;
        this.types = types;
        this.otherTypes = otherTypes;
    }

    /** The next record, at an offset of a partition. */
    ConsumerRecord<String, byte[]> next(int partition, long offset) {
        String type = one(types);
        Headers headers = headers(type);
        byte[] content = bytes(example(type));
        String foundIn = topic;
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> spoilHeaders(headers);
            case 3, 4, 5, 6 -> content = spoilField(type);
            case 7 -> content = spoilContent(content, offset);
            case 8 -> {
                boolean contentToo = random.nextBoolean();
                String other = one(otherTypes);
                replace(headers, "ce_type", utf8(random.nextInt(4) == 0 ? "org.example." + other : other));
                content = contentToo ? bytes(example(other)) : content;
            }
            default -> {
                replace(headers, "ce_id", utf8(topic + random.nextInt(5)));
                foundIn = random.nextInt(10) == 0 ? "elsewhere-" + topic : topic;
            }
        }
        return new ConsumerRecord<>(
                foundIn,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                content,
                headers,
                Optional.empty());
    }

    /** A record that is right. */
    static ConsumerRecord<String, byte[]> right(String topic, int partition, long offset, String type) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                "key",
                bytes(example(type)),
                headers(type),
                Optional.empty());
    }

    private static Headers headers(String type) {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(UUID.randomUUID().toString()))
                .add("ce_source", utf8("/quartierwerk/test"))
                .add("ce_type", utf8(type))
                .add("ce_subject", utf8("poison"))
                .add("ce_time", utf8("2026-01-31T12:00:00Z"))
                .add("ce_version", utf8("1"))
                .add("content-type", utf8("application/json"));
    }

    private void spoilHeaders(Headers headers) {
        String name = one(ATTRIBUTES);
        switch (random.nextInt(7)) {
            case 0 -> headers.remove(name);
            case 1 -> headers.add(name, utf8(one(NONSENSE)));
            case 2 -> replace(headers, name, utf8("9".repeat(LONG)));
            case 3 -> replace(headers, name, new byte[] {(byte) 0xC3, (byte) 0x28, (byte) 0xFF});
            case 4 -> replace(headers, name, null);
            case 5 -> ATTRIBUTES.forEach(headers::remove);
            default -> replace(headers, name, utf8(one(NONSENSE)));
        }
    }

    private byte[] spoilContent(byte[] content, long offset) {
        String text = new String(content, StandardCharsets.UTF_8);
        return switch (random.nextInt(12)) {
            case 0 -> null;
            case 1 -> new byte[0];
            case 2 -> text.getBytes(StandardCharsets.UTF_16);
            case 3 -> ("{\"name\":\"Käse\"," + text.substring(1)).getBytes(StandardCharsets.ISO_8859_1);
            case 4 -> Arrays.copyOf(content, random.nextInt(content.length));
            case 5 -> ("[".repeat(LONG) + "]".repeat(LONG)).getBytes(StandardCharsets.UTF_8);
            case 6 -> utf8("{\"a\":".repeat(LONG) + "1" + "}".repeat(LONG));
            case 7 -> utf8(one(List.of("null", "[]", "{}", "1", "\"x\"", "true", "{", "NaN")));
            case 8 -> utf8(text + text);
            case 9 ->
                offset % 10 == 0 ? utf8("{\"unknown\":\"" + "x".repeat(LARGE) + "\"," + text.substring(1)) : content;
            case 10 -> utf8("{\"name\":\"twice\"," + text.substring(1));
            default -> {
                byte[] noise = new byte[random.nextInt(500)];
                random.nextBytes(noise);
                yield noise;
            }
        };
    }

    /** The example with one field, at any depth, that is missing or of another kind than its schema says. */
    private byte[] spoilField(String type) {
        JsonNode document = example(type);
        JsonNode schema = read("/schemas/" + type + ".json");
        List<Runnable> changes = new ArrayList<>();
        collect(document, schema, schema, changes);
        one(changes).run();
        return bytes(document);
    }

    private void collect(JsonNode node, JsonNode schema, JsonNode root, List<Runnable> changes) {
        JsonNode resolved = resolve(schema, root);
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(name -> {
                changes.add(() -> object.remove(name));
                changes.add(() -> object.set(name, wrong(object.get(name))));
                collect(object.get(name), resolved.path("properties").path(name), root, changes);
            });
            resolved.path("required").forEach(name -> changes.add(() -> object.remove(name.asText())));
        } else if (node instanceof ArrayNode array && !array.isEmpty()) {
            int place = random.nextInt(array.size());
            changes.add(() -> array.remove(place));
            changes.add(() -> array.set(place, wrong(array.get(place))));
            changes.add(() -> array.add(array.get(place)));
            changes.add(array::removeAll);
            collect(array.get(place), resolved.path("items"), root, changes);
        }
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        String reference = schema.path("$ref").asText("");
        return reference.startsWith("#/") ? root.at(reference.substring(1)) : schema;
    }

    private JsonNode wrong(JsonNode right) {
        List<Supplier<JsonNode>> kinds = List.of(
                NODES::nullNode,
                () -> NODES.booleanNode(true),
                () -> NODES.numberNode(-1),
                () -> NODES.numberNode(Long.MAX_VALUE),
                () -> NODES.numberNode(new BigDecimal("1E+400")),
                () -> NODES.numberNode(new BigDecimal("1E-400")),
                () -> NODES.textNode(one(NONSENSE)),
                () -> NODES.textNode("x".repeat(LONG)),
                () -> NODES.textNode("\uD800"),
                () -> NODES.textNode(right.asText() + "\u0000"),
                NODES::arrayNode,
                () -> NODES.arrayNode().add(right),
                NODES::objectNode,
                () -> NODES.objectNode().set("x", right));
        return one(kinds).get();
    }

    private static void replace(Headers headers, String name, byte[] value) {
        headers.remove(name);
        headers.add(name, value);
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static JsonNode example(String type) {
        return read("/examples/" + type + ".json");
    }

    private static JsonNode read(String name) {
        try (InputStream file = PoisonRecords.class.getResourceAsStream(name)) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(JsonNode document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

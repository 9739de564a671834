package de.quartierwerk.kit.inbox;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/**
 * A record as it stands in a topic, before anybody has understood it.
 *
 * @param topic topic that is read, without the installation's prefix
 * @param foundIn topic in which the broker has the record
 * @param topicId the broker's id of the topic when the record came; empty where it is not known
 * @param partition of the topic
 * @param offset in the partition
 * @param headers all headers in their order, also doubled ones
 * @param content what the record holds, null where it is empty
 */
record Arrival(
        String topic,
        String foundIn,
        String topicId,
        int partition,
        long offset,
        List<RecordHeader> headers,
        byte @Nullable [] content) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<List<@Nullable String>>> PAIRS = new TypeReference<>() {};

    /** A header of a record; a value may be missing, and need not be text. */
    record RecordHeader(String name, byte @Nullable [] value) {}

    static Arrival of(Message<byte[]> message, String topic, String topicId) {
        IncomingKafkaRecordMetadata<?, ?> kafka = message.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow(() -> new IllegalStateException("Not a Kafka message on " + topic));
        List<RecordHeader> headers = new ArrayList<>();
        for (Header header : kafka.getHeaders()) {
            headers.add(new RecordHeader(header.key(), header.value()));
        }
        return new Arrival(
                topic,
                kafka.getTopic(),
                topicId,
                kafka.getPartition(),
                kafka.getOffset(),
                headers,
                message.getPayload());
    }

    static Arrival of(DeadLetter letter) {
        return new Arrival(letter.topic, letter.topic, "", 0, 0, readHeaders(letter.headers), letter.data);
    }

    /** Names the record where it has no id of its own. */
    String position(String prefix) {
        return prefix + topic + "/" + partition + "/" + offset;
    }

    /** Values of all headers of a name. */
    List<byte @Nullable []> header(String name) {
        List<byte @Nullable []> values = new ArrayList<>();
        for (RecordHeader header : headers) {
            if (header.name().equals(name)) {
                values.add(header.value());
            }
        }
        return values;
    }

    /** The headers as bytes: a JSON list of pairs of name and Base64. */
    byte[] writtenHeaders() {
        List<List<@Nullable String>> pairs = new ArrayList<>();
        for (RecordHeader header : headers) {
            byte[] value = header.value();
            pairs.add(Arrays.asList(
                    header.name(), value == null ? null : Base64.getEncoder().encodeToString(value)));
        }
        try {
            return JSON.writeValueAsBytes(pairs);
        } catch (JacksonException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<RecordHeader> readHeaders(byte[] written) {
        try {
            List<RecordHeader> headers = new ArrayList<>();
            for (List<@Nullable String> pair : JSON.readValue(written, PAIRS)) {
                String value = pair.get(1);
                headers.add(new RecordHeader(
                        String.valueOf(pair.get(0)),
                        value == null ? null : Base64.getDecoder().decode(value)));
            }
            return headers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

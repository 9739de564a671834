package de.quartierwerk.kit.inbox;

import com.fasterxml.jackson.databind.ObjectReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the attributes of an event (CloudEvents 1.0, binary mode) from the headers of a record. The Kafka connector
 * does not do it, because one unreadable attribute would end its channel.
 */
final class EventReader {
    private static final int LONGEST_ATTRIBUTE = 500;
    private static final int LAST_YEAR = 9999;
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");

    private final ObjectReader json;

    EventReader(ObjectReader json) {
        this.json = json;
    }

    /**
     * The event of a record.
     *
     * @throws MalformedEvent when an attribute is missing, doubled, too long, no text or of the wrong kind
     */
    IncomingEvent read(Arrival record) {
        String specification = required(record, "ce_specversion");
        if (!specification.equals("1.0")) {
            throw new MalformedEvent("ce_specversion is not 1.0");
        }
        required(record, "ce_source");
        byte[] content = record.content();
        return new IncomingEvent(
                required(record, "ce_id"),
                record.topic(),
                required(record, "ce_type"),
                attribute(record, "ce_subject").orElse(""),
                attribute(record, "ce_version").map(EventReader::version).orElse(0L),
                attribute(record, "ce_time").map(EventReader::time).orElseGet(Instant::now),
                json,
                content == null ? new byte[0] : content);
    }

    private static String required(Arrival record, String name) {
        return attribute(record, name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new MalformedEvent(name + " is missing"));
    }

    private static Optional<String> attribute(Arrival record, String name) {
        List<byte @Nullable []> values = record.header(name);
        if (values.size() > 1) {
            throw new MalformedEvent(name + " is there " + values.size() + " times");
        }
        byte[] value = values.isEmpty() ? null : values.get(0);
        return value == null ? Optional.empty() : Optional.of(text(name, value));
    }

    private static String text(String name, byte[] value) {
        if (value.length > LONGEST_ATTRIBUTE) {
            throw new MalformedEvent(name + " is longer than " + LONGEST_ATTRIBUTE + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString();
            if (text.chars().anyMatch(Character::isISOControl)) {
                throw new MalformedEvent(name + " holds a control character");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw new MalformedEvent(name + " is not UTF-8");
        }
    }

    private static long version(String text) {
        if (!VERSION.matcher(text).matches()) {
            throw new MalformedEvent("ce_version is no version");
        }
        return Long.parseLong(text);
    }

    private static Instant time(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1 || time.getYear() > LAST_YEAR) {
                throw new MalformedEvent("ce_time is out of range");
            }
            return time.toInstant();
        } catch (DateTimeException e) {
            throw new MalformedEvent("ce_time is no instant");
        }
    }
}

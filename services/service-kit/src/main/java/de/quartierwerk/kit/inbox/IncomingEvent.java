package de.quartierwerk.kit.inbox;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * An event that arrived.
 *
 * @param id CloudEvents id; the same event delivered again has the same id
 * @param topic topic without the installation's prefix
 * @param type CloudEvents type
 * @param subject CloudEvents subject
 * @param version version of the subject, 0 where the event has none
 * @param time instant of the fact
 * @param json reads the data; unknown fields are ignored, since a change of an event is additive
 * @param content data as it arrived, JSON; no bytes where the record was empty
 */
public record IncomingEvent(
        String id,
        String topic,
        String type,
        String subject,
        long version,
        Instant time,
        ObjectReader json,
        byte[] content) {

    /**
     * The data as a record of the event contracts.
     *
     * @throws UncheckedIOException when the data is not such a record
     */
    public <T> T data(Class<T> type) {
        if (content.length == 0) {
            throw new MalformedEvent("The record is empty");
        }
        try {
            T data = json.forType(type).readValue(content);
            if (data == null) {
                throw new MalformedEvent("The data is null");
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

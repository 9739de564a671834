package de.quartierwerk.funding.document;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.persistence.AttributeConverter;

/**
 * Keeps a value as a JSON document in a text column. A document may lack fields that were added later and may hold
 * fields that are no longer read.
 *
 * @param <T> type of the value, a record or a list of records
 */
public abstract class JsonConverter<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final TypeReference<T> type;

    /** A converter for values of this type. */
    protected JsonConverter(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }

    @Override
    public T convertToEntityAttribute(String document) {
        try {
            return document == null ? null : JSON.readValue(document, type);
        } catch (JacksonException e) {
            throw new IllegalStateException("stored document cannot be read as " + type.getType(), e);
        }
    }
}

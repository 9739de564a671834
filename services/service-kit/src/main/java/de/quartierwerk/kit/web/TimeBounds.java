package de.quartierwerk.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The days and instants that are read: of the years 1 to 9999, since Java knows years that PostgreSQL does not. */
final class TimeBounds extends BeanDeserializerModifier {

    private static final long serialVersionUID = 1L;

    private static final int LAST_YEAR = 9999;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("+10000-01-01T00:00:00Z");

    /** Whether days of this year are read. */
    static boolean hold(int year) {
        return year >= 1 && year <= LAST_YEAR;
    }

    private static boolean hold(Object time) {
        return time instanceof Instant instant
                ? !instant.isBefore(FIRST) && instant.isBefore(END)
                : !(time instanceof LocalDate day) || hold(day.getYear());
    }

    @Override
    public JsonDeserializer<?> modifyDeserializer(
            DeserializationConfig config, BeanDescription bean, JsonDeserializer<?> deserializer) {
        Class<?> type = bean.getBeanClass();
        return type == LocalDate.class || type == Instant.class ? new Bounded(deserializer) : deserializer;
    }

    private static final class Bounded extends DelegatingDeserializer {

        private static final long serialVersionUID = 1L;

        Bounded(JsonDeserializer<?> delegate) {
            super(delegate);
        }

        @Override
        protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
            return new Bounded(delegate);
        }

        @Override
        public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            Object time = super.deserialize(parser, context);
            if (time != null && !hold(time)) {
                return context.handleWeirdStringValue(handledType(), time.toString(), "out of range");
            }
            return time;
        }
    }
}

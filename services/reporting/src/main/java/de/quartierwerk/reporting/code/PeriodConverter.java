package de.quartierwerk.reporting.code;

import de.quartierwerk.events.Period;
import de.quartierwerk.kit.problem.Invalid;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** Reads the query parameter {@code period}; anything but a period is refused with 400. */
@Provider
public class PeriodConverter implements ParamConverterProvider {
    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable ParamConverter<T> getConverter(
            Class<T> rawType, Type genericType, Annotation @Nullable [] annotations) {
        return rawType == Period.class ? (ParamConverter<T>) new Converter() : null;
    }

    private static final class Converter implements ParamConverter<Period> {
        @Override
        public @Nullable Period fromString(@Nullable String value) {
            return value == null || value.isEmpty()
                    ? null
                    : Period.parse(value)
                            .orElseThrow(() -> Invalid.parameter("period", value, "period.malformed", value));
        }

        @Override
        public String toString(Period value) {
            return value.text();
        }
    }
}

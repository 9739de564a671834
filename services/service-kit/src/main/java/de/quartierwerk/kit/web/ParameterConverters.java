package de.quartierwerk.kit.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.MessageText;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads parameters of the usual types. One that does not fit is refused with 400 under its name, with what was
 * expected; an empty one counts as not given.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {

    private static final MessageText INTEGER = MessageText.of("type.integer");
    private static final MessageText NUMBER = MessageText.of("type.number");
    private static final MessageText BOOLEAN = MessageText.of("type.boolean");

    private static final Map<Class<?>, Kind> KINDS = Map.ofEntries(
            Map.entry(int.class, new Kind(INTEGER, Integer::valueOf)),
            Map.entry(Integer.class, new Kind(INTEGER, Integer::valueOf)),
            Map.entry(long.class, new Kind(INTEGER, Long::valueOf)),
            Map.entry(Long.class, new Kind(INTEGER, Long::valueOf)),
            Map.entry(double.class, new Kind(NUMBER, ParameterConverters::finite)),
            Map.entry(Double.class, new Kind(NUMBER, ParameterConverters::finite)),
            Map.entry(BigDecimal.class, new Kind(NUMBER, Decimal::parse)),
            Map.entry(boolean.class, new Kind(BOOLEAN, ParameterConverters::strictBoolean)),
            Map.entry(Boolean.class, new Kind(BOOLEAN, ParameterConverters::strictBoolean)),
            Map.entry(LocalDate.class, new Kind(MessageText.of("type.date"), ParameterConverters::date)),
            Map.entry(Instant.class, new Kind(MessageText.of("type.instant"), ParameterConverters::instant)),
            Map.entry(UUID.class, new Kind(MessageText.of("type.uuid"), UUID::fromString)));

    private record Kind(MessageText expected, Function<String, Object> parse) {}

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        Kind kind = rawType.isEnum() ? enumKind(rawType) : KINDS.get(rawType);
        return kind == null ? null : new Converter<>(kind, name(annotations));
    }

    /** Constants are known by the names that JSON has for them. */
    private static Kind enumKind(Class<?> type) {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : type.getEnumConstants()) {
            constants.put(jsonName(type, (Enum<?>) constant), constant);
        }
        return new Kind(MessageText.of("type.one-of", String.join(", ", constants.keySet())), text -> {
            Object constant = constants.get(text);
            if (constant == null) {
                throw new IllegalArgumentException(text);
            }
            return constant;
        });
    }

    private static String jsonName(Class<?> type, Enum<?> constant) {
        try {
            JsonProperty name = type.getField(constant.name()).getAnnotation(JsonProperty.class);
            return name == null ? constant.name() : name.value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object finite(String text) {
        double number = Double.parseDouble(text);
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(text);
        }
        return number;
    }

    private static Object date(String text) {
        LocalDate date = LocalDate.parse(text);
        checkYear(date.getYear());
        return date;
    }

    private static Object instant(String text) {
        OffsetDateTime instant = OffsetDateTime.parse(text);
        checkYear(instant.getYear());
        return instant.toInstant();
    }

    private static void checkYear(int year) {
        if (!TimeBounds.hold(year)) {
            throw new IllegalArgumentException("year " + year);
        }
    }

    private static Object strictBoolean(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static String name(Annotation... annotations) {
        for (Annotation annotation : annotations) {
            if (annotation instanceof QueryParam query) {
                return query.value();
            } else if (annotation instanceof PathParam path) {
                return path.value();
            } else if (annotation instanceof HeaderParam header) {
                return header.value();
            } else if (annotation instanceof FormParam form) {
                return form.value();
            } else if (annotation instanceof CookieParam cookie) {
                return cookie.value();
            }
        }
        return "";
    }

    private record Converter<T>(Kind kind, String name) implements ParamConverter<T> {

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable T fromString(@Nullable String value) {
            if (value == null || value.isEmpty()) {
                return null;
            }
            try {
                return (T) kind.parse().apply(value);
            } catch (IllegalArgumentException | java.time.DateTimeException notThat) {
                throw Invalid.parameter(name, value, "parameter.wrong-type", name, kind.expected());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}

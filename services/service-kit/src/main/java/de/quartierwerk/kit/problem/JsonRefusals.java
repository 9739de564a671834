package de.quartierwerk.kit.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Request bodies that are no JSON, or not the JSON that is expected: 400, with the place. */
final class JsonRefusals {

    private static final Set<Class<?>> INTEGERS =
            Set.of(int.class, Integer.class, long.class, Long.class, short.class, Short.class, BigInteger.class);

    /** Jackson tells the value that it would not convert only here. */
    private static final Pattern COERCED = Pattern.compile("Cannot coerce \\w+ value \\(\"?(.{0,200}?)\"?\\) to ");

    private JsonRefusals() {}

    /** The refusal; empty where the fault is in what the platform itself wrote. */
    static Optional<Refusal> of(JacksonException failure) {
        if (failure.getCause() instanceof Failure known) {
            return Optional.of(Refusal.of(known));
        }
        if (failure instanceof StreamConstraintsException || failure.getCause() instanceof StreamConstraintsException) {
            return Optional.of(Refusal.of(400, "json.beyond-limits"));
        }
        if (failure instanceof StreamReadException malformed) {
            return Optional.of(malformed(malformed));
        }
        if (failure instanceof JsonMappingException mapping) {
            boolean number = mapping.getCause() instanceof InputCoercionException;
            if (!number && mapping.getCause() instanceof StreamReadException malformed) {
                return Optional.of(malformed(malformed));
            }
            boolean reading = number
                    || mapping instanceof MismatchedInputException
                    || mapping.getProcessor() instanceof JsonParser;
            return reading ? Optional.of(notFitting(mapping)) : Optional.empty();
        }
        return Optional.empty();
    }

    private static Refusal malformed(StreamReadException failure) {
        JsonLocation at = failure.getLocation();
        int line = at == null ? 1 : at.getLineNr();
        int column = at == null ? 1 : at.getColumnNr();
        InputError error =
                new InputError(null, line, Integer.toString(column), "json.malformed", null, List.of(line, column));
        return Refusal.of(400, "json.malformed", line, column).withErrors(List.of(error));
    }

    private static Refusal notFitting(JsonMappingException failure) {
        if (failure.getPath().isEmpty() && failure instanceof MismatchedInputException && atStart(failure)) {
            return Refusal.of(400, "request.body-missing");
        }
        String pointer = pointer(failure.getPath());
        JsonLocation at = failure.getLocation();
        Integer line = at == null ? null : at.getLineNr();
        String column = at == null ? null : Integer.toString(at.getColumnNr());
        String code = "json.invalid-value";
        @Nullable String value = null;
        List<Object> arguments = List.of();
        if (failure instanceof UnrecognizedPropertyException unknown) {
            code = "json.unknown-field";
            value = unknown.getPropertyName();
            arguments = List.of(unknown.getPropertyName(), known(unknown));
        } else if (failure.getCause() instanceof InputCoercionException coercion) {
            code = "json.wrong-type";
            arguments = List.of(expected(coercion.getTargetType()));
        } else if (failure instanceof MismatchedInputException mismatch) {
            code = "json.wrong-type";
            value = given(mismatch);
            arguments = List.of(expected(mismatch.getTargetType()));
        }
        InputError error = new InputError(pointer, line, column, code, value, arguments);
        return Refusal.of(400, "json.not-fitting").withErrors(List.of(error));
    }

    private static @Nullable String given(MismatchedInputException mismatch) {
        if (mismatch instanceof InvalidFormatException format) {
            return Objects.toString(format.getValue(), null);
        }
        Matcher coerced = COERCED.matcher(Objects.toString(mismatch.getOriginalMessage(), ""));
        return coerced.lookingAt() ? coerced.group(1) : null;
    }

    private static boolean atStart(JsonMappingException failure) {
        return failure.getOriginalMessage() != null
                && failure.getOriginalMessage().startsWith("No content to map");
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? ""
                : unknown.getKnownPropertyIds().stream()
                        .map(Object::toString)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        JsonPointer pointer = JsonPointer.empty();
        for (JsonMappingException.Reference step : path) {
            pointer = step.getFieldName() == null
                    ? pointer.appendIndex(step.getIndex())
                    : pointer.appendProperty(step.getFieldName());
        }
        return pointer.toString();
    }

    /** The name of a type in the caller's words. */
    static MessageText expected(Class<?> type) {
        if (type == null) {
            return MessageText.of("type.other");
        }
        if (type.isEnum()) {
            String values =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return MessageText.of("type.one-of", values);
        }
        return MessageText.of("type." + word(type));
    }

    private static String word(Class<?> type) {
        if (INTEGERS.contains(type)) {
            return "integer";
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return "number";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "boolean";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return "string";
        }
        if (type == LocalDate.class) {
            return "date";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "instant";
        }
        if (type == UUID.class) {
            return "uuid";
        }
        return Collection.class.isAssignableFrom(type) || type.isArray() ? "array" : "object";
    }
}

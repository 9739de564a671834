package de.quartierwerk.kit.problem;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The input can be read but does not hold: 422; or 400 where a parameter or the form of the request is wrong. */
public final class Invalid extends Failure {

    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int UNPROCESSABLE = 422;

    private final transient List<InputError> errors;

    /** The input as a whole does not hold: 422. */
    public Invalid(String code, Object... arguments) {
        this(UNPROCESSABLE, code, List.of(), arguments);
    }

    /** The input does not hold at the places named: 422. */
    public Invalid(String code, List<InputError> errors, Object... arguments) {
        this(UNPROCESSABLE, code, errors, arguments);
    }

    private Invalid(int status, String code, List<InputError> errors, Object... arguments) {
        super(status, code, arguments);
        this.errors = List.copyOf(errors);
    }

    /**
     * A parameter of the request is wrong: 400.
     *
     * @param name of the query, path, header or form parameter
     * @param value as the caller gave it
     */
    public static Invalid parameter(String name, @Nullable Object value, String code, Object... arguments) {
        @Nullable String given = value == null ? null : Objects.toString(value);
        return request(code, List.of(InputError.at(name, code, given, arguments)), arguments);
    }

    /** The form of the request is wrong at the places named: 400. */
    public static Invalid request(String code, List<InputError> errors, Object... arguments) {
        return new Invalid(BAD_REQUEST, code, errors, arguments);
    }

    @Override
    public List<InputError> errors() {
        return errors;
    }
}

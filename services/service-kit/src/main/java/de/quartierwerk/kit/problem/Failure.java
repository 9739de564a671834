package de.quartierwerk.kit.problem;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A refusal that a caller can understand: it has a stable {@link #code()}, becomes a problem document (RFC 9457) with
 * {@link #status()}, and its title and detail come from the message bundles under {@code code} and {@code code.detail}.
 */
public abstract class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient List<Object> arguments;

    /**
     * @param status the HTTP status of the answer
     * @param code {@code area.reason}, a key of the message bundles
     * @param arguments what the texts speak of, in the order of their places {@code {0}}, {@code {1}}, …
     */
    protected Failure(int status, String code, Object... arguments) {
        super(code + " " + Arrays.toString(arguments));
        this.status = status;
        this.code = code;
        this.arguments = Collections.unmodifiableList(Arrays.asList(arguments.clone()));
    }

    /** The HTTP status of the answer. */
    public final int status() {
        return status;
    }

    /** The stable code, e.g. {@code space.unknown}. */
    public final String code() {
        return code;
    }

    /** The arguments of the texts. */
    public final List<Object> arguments() {
        return arguments;
    }

    /** What is wrong with the input, place by place; empty where nothing can be pointed at. */
    public List<InputError> errors() {
        return List.of();
    }

    /** Members of the problem document beside those of every one (RFC 9457, 3.2), by name. */
    public Map<String, Object> members() {
        return Map.of();
    }

    /** Headers of the answer beside those of every problem document. */
    public Map<String, String> headers() {
        return Map.of();
    }
}

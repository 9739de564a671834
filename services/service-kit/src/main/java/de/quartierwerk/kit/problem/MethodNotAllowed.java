package de.quartierwerk.kit.problem;

import java.util.Collection;
import java.util.Map;

/** The path is known, but not with this method: 405 with {@code Allow}. */
public final class MethodNotAllowed extends Failure {

    private static final long serialVersionUID = 1L;

    private final String allowed;

    /**
     * @param method that was asked for
     * @param allowed methods of the path
     */
    public MethodNotAllowed(String method, Collection<String> allowed) {
        super(405, "request.method-not-allowed", method);
        this.allowed = String.join(", ", allowed);
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("Allow", allowed);
    }
}

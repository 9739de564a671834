package de.quartierwerk.kit.problem;

/** There is no such thing, or none that the caller may know of: 404. */
public final class NotFound extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public NotFound(String code, Object... arguments) {
        super(404, code, arguments);
    }
}

package de.quartierwerk.kit.problem;

/** The caller may not do this: 403. */
public final class Forbidden extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public Forbidden(String code, Object... arguments) {
        super(403, code, arguments);
    }
}

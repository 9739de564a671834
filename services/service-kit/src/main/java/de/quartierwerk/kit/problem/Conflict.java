package de.quartierwerk.kit.problem;

/** The request is right in itself but does not fit the present state: 409. */
public final class Conflict extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public Conflict(String code, Object... arguments) {
        super(409, code, arguments);
    }
}

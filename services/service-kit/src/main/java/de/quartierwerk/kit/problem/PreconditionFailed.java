package de.quartierwerk.kit.problem;

/** The thing was changed since the caller read it: 412. */
public final class PreconditionFailed extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public PreconditionFailed(String code, Object... arguments) {
        super(412, code, arguments);
    }
}

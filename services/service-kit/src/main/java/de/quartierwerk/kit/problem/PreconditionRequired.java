package de.quartierwerk.kit.problem;

/** A change of this thing needs {@code If-Match}: 428. */
public final class PreconditionRequired extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public PreconditionRequired(String code, Object... arguments) {
        super(428, code, arguments);
    }
}

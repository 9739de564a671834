package de.quartierwerk.kit.problem;

import java.util.Map;

/** The request is right in itself but does not fit the present state: 409. */
public final class Conflict extends Failure {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> members;

    /**
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public Conflict(String code, Object... arguments) {
        this(Map.of(), code, arguments);
    }

    /**
     * @param members further members of the problem document
     * @param code key of the message bundles
     * @param arguments of the texts
     */
    public Conflict(Map<String, Object> members, String code, Object... arguments) {
        super(409, code, arguments);
        this.members = Map.copyOf(members);
    }

    @Override
    public Map<String, Object> members() {
        return members;
    }
}

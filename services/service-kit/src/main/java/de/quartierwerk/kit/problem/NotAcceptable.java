package de.quartierwerk.kit.problem;

import java.util.Collection;

/** The answer exists, but in none of the forms that the caller accepts: 406. */
public final class NotAcceptable extends Failure {

    private static final long serialVersionUID = 1L;

    /**
     * @param accept what the caller accepts
     * @param forms media types of the answer
     */
    public NotAcceptable(String accept, Collection<String> forms) {
        super(406, "request.not-acceptable", accept, String.join(", ", forms));
    }
}

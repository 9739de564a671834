package de.quartierwerk.kit.problem;

/** The request is larger than may be: 413. */
public final class TooLarge extends Failure {

    private static final long serialVersionUID = 1L;

    /** @param largest how many bytes may be */
    public TooLarge(long largest) {
        super(413, "request.too-large", largest);
    }
}

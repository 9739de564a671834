package de.quartierwerk.kit.problem;

/** The content of the request came too slowly: 408. */
public final class TooSlow extends Failure {

    private static final long serialVersionUID = 1L;

    /** @param bytesPerSecond how fast it must come */
    public TooSlow(long bytesPerSecond) {
        super(408, "request.too-slow", bytesPerSecond);
    }
}

package de.quartierwerk.local;

/**
 * The platform, or a part of it, does not start; the message says why and what can be done. Nothing is left running.
 */
public final class StartFailure extends Exception {
    private static final long serialVersionUID = 1L;

    StartFailure(String message) {
        super(message);
    }

    StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package de.quartierwerk.setup;

/** Why the setup cannot go on, in one line for the person who operates the installation. */
final class SetupFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SetupFailure(String message) {
        super(message);
    }

    SetupFailure(String message, Throwable cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}

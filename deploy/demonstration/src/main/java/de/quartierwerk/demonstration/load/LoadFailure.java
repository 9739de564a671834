package de.quartierwerk.demonstration.load;

/** The platform did not take what it should have taken. */
public class LoadFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** With what was asked and answered. */
    public LoadFailure(String message) {
        super(message);
    }

    /** With the cause. */
    public LoadFailure(String message, Throwable cause) {
        super(message, cause);
    }
}

package de.quartierwerk.kit.inbox;

/** Describes failures for those who run the service. */
final class Failures {
    private static final int LONGEST_DESCRIPTION = 500;

    private Failures() {}

    /** Type and message of the innermost cause, in one line, shortened. */
    static String describe(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String text = cause.getClass().getSimpleName() + ": "
                + String.valueOf(cause.getMessage()).replaceAll("\\p{Cntrl}+", " ");
        return text.substring(0, Math.min(LONGEST_DESCRIPTION, text.length()));
    }
}

package de.quartierwerk.ingestion.intake.file;

/** The bytes of a file cannot be had just now, which says nothing about the file. */
public final class FileUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param cause why not */
    public FileUnavailable(RuntimeException cause) {
        super(cause);
    }
}

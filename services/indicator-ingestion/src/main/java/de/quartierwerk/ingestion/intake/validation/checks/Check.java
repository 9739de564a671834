package de.quartierwerk.ingestion.intake.validation.checks;

/**
 * One question to the values of a file as a whole. The container finds the checks; within a stage those with a higher
 * {@link jakarta.annotation.Priority} run first.
 */
public interface Check {
    /** When a check runs. */
    enum Stage {
        /** Takes out values that must not be released; runs for every file. */
        CLEANING,
        /** Compares the values that are left with each other and with known ones; runs where there are any. */
        COMPARING
    }

    /** When this check runs. */
    Stage stage();

    /** Adds what it finds to the findings of the file, and takes values out where that is its business. */
    void check(CheckedFile file);
}

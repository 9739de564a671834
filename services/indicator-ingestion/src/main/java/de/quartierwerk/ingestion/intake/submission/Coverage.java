package de.quartierwerk.ingestion.intake.submission;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which spaces a file speaks of (Abdeckung).
 *
 * @param spacesExpected spaces of the file's level that are valid at its reference dates
 * @param spacesDelivered those of them for which it holds a usable value
 * @param missing keys of the others, the first {@value #MOST_KEYS}
 * @param unknown keys or names that stand for no space, the first {@value #MOST_KEYS}
 */
@Schema(name = "SubmissionCoverage", description = "Which spaces the file speaks of")
public record Coverage(
        @Schema(examples = "447") long spacesExpected,
        @Schema(examples = "434") long spacesDelivered,

        @Schema(
                description = "Keys of expected spaces without a usable value, the first 1000",
                examples = "[\"01011102\"]")
        List<String> missing,

        @Schema(description = "Keys or names that stand for no space, the first 1000", examples = "[\"nirgends\"]")
        List<String> unknown) {
    /** Most keys that are listed. */
    public static final int MOST_KEYS = 1000;

    /** Copies the lists. */
    public Coverage {
        missing = List.copyOf(missing);
        unknown = List.copyOf(unknown);
    }
}

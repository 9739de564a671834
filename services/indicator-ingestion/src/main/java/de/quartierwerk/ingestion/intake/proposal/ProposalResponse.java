package de.quartierwerk.ingestion.intake.proposal;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.quartierwerk.ingestion.intake.mapping.Detected;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import de.quartierwerk.ingestion.intake.submission.Preview;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A proposed mapping as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MappingProposal", description = "A proposed mapping, why, and what is left to a person")
public record ProposalResponse(
        Mapping mapping,

        @Schema(description = "What was recognised, and by what")
        List<Note> sure,

        @Schema(description = "What a person must still decide before the mapping can be used")
        List<Question> toDecide,

        @Schema(description = "How the file would be read; absent while the mapping is not complete") @Nullable
        Detected detected,

        @Schema(description = "How much of the file was looked at; absent while the mapping is not complete") @Nullable
        Looked looked,

        @Schema(
                description = "How the rows that were looked at would be understood; absent while the mapping is not"
                        + " complete")
        @Nullable
        Preview preview) {

    /** Copies the lists. */
    public ProposalResponse {
        sure = List.copyOf(sure);
        toDecide = List.copyOf(toDecide);
    }

    /** How much of a file was looked at. */
    @Schema(name = "ProposalLooked", description = "How much of the file was looked at")
    public record Looked(
            @Schema(description = "Rows whose values were checked", examples = "2612")
            long rowsChecked,

            @Schema(
                    description = "Rows of the file below its column names, headings and notes too; in those of"
                            + " spreadsheets and JSON unknown spaces were looked for throughout",
                    examples = "62004")
            long rowsInFile) {}

    /** A part of the mapping that was recognised. */
    @Schema(name = "ProposalNote", description = "A part of the mapping that was recognised")
    public record Note(
            @Schema(description = "JSON pointer into the mapping", examples = "/spaceColumn")
            String pointer,

            @Schema(description = "Stable code for programs", examples = "proposal.space-column")
            String code,

            @Schema(
                    description = "Why, in the language of Accept-Language",
                    examples = "In der Spalte „Gebiet“ sind 93 von 93 Texten Räume.")
            String message) {}

    /** A part of the mapping that a person must decide. */
    @Schema(name = "ProposalQuestion", description = "A part of the mapping that a person must decide")
    public record Question(
            @Schema(description = "JSON pointer into the mapping", examples = "/period")
            String pointer,

            @Schema(description = "Stable code for programs", examples = "proposal.period")
            String code,

            @Schema(
                    description = "What is asked, in the language of Accept-Language",
                    examples = "Für welchen Zeitraum gelten die Werte?")
            String message,

            @Schema(description = "What could be meant, the likeliest first", examples = "[\"2023\"]")
            List<String> options) {

        /** Copies the options. */
        public Question {
            options = List.copyOf(options);
        }
    }
}

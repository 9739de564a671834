package de.quartierwerk.kit.trial;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A thing of the trial application. */
@Schema(description = "A thing")
public record Thing(
        @Schema(description = "Its key", examples = "a") String key,

        @NotBlank @Schema(description = "Its name", examples = "Ä")
        String name,

        @Schema(description = "Its weight", examples = "1.50")
        BigDecimal weight,

        @Schema(description = "Its day", examples = "2023-12-31")
        LocalDate day,

        @Schema(description = "Its colour") Colour colour,
        @Schema(description = "Its parts") List<@Valid Part> parts) {

    /** Colours of things. */
    public enum Colour {
        RED,
        GREEN
    }

    /** A part of a thing. */
    public record Part(
            @Positive @Schema(description = "How many", examples = "3")
            int count,

            @Schema(description = "Text", examples = "x") String text) {}
}

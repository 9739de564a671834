package de.quartierwerk.funding.programme;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A time in which the rules of the programme before still hold (Übergangsregelung).
 *
 * @param until last day
 * @param text what that means
 */
@Schema(name = "ProgrammeTransition", description = "A time in which the rules of the programme before still hold")
public record Transition(
        @NotNull @Schema(examples = "2020-12-31") LocalDate until,

        @NotBlank @Size(max = 4000) @Schema(examples = "Laufende Projekte werden zu Ende gefördert.")
        String text) {}

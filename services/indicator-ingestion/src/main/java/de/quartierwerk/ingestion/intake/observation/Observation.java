package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is seen in a space (Beobachtung), as it is submitted.
 *
 * @param field field of action
 * @param space space key
 * @param targetGroup whom it concerns
 * @param finding what is seen
 * @param certainty how sure that is
 * @param since period or day since when
 * @param sourceKind who saw it
 * @param source what it rests on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Observation", description = "What is seen in a space; it must not name persons", examples = """
            {"field":"elderly","space":"99001001-01","targetGroup":"Menschen ab 80 Jahren",\
            "finding":"Seit der Schließung des Ladens fehlt ein Treffpunkt.","certainty":"likely","since":"2024-06",\
            "sourceKind":"volunteer","source":"Gesprächskreis der Nachbarschaftshilfe"}""")
public record Observation(
        @NotBlank @Size(max = 100) @Schema(examples = "elderly")
        String field,

        @NotBlank @Schema(examples = "99001001-01") String space,

        @Size(max = 200) @Schema(nullable = true, examples = "Menschen ab 80 Jahren")
        String targetGroup,

        @NotBlank @Size(max = 4000) @Schema(examples = "Seit der Schließung des Ladens fehlt ein Treffpunkt.")
        String finding,

        @NotNull Certainty certainty,

        @Size(max = 20) @Schema(nullable = true, examples = "2024-06")
        String since,

        @NotNull SourceKind sourceKind,

        @Size(max = 500) @Schema(nullable = true, examples = "Gesprächskreis der Nachbarschaftshilfe")
        String source) {}

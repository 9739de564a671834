package de.quartierwerk.ingestion.intake.observation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is seen in a space, as it is submitted.
 *
 * @param field field of action
 * @param space space key
 * @param targetGroup whom it concerns
 * @param finding what is seen
 * @param certainty how sure that is
 * @param since period or day since when
 * @param sourceKind who saw it
 * @param source what supports it
 */
@Embeddable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ObservationRequest", description = "What is seen in a space; it must not name persons", examples = """
            {"field":"elderly","space":"99001001-01","targetGroup":"Menschen ab 80 Jahren",\
            "finding":"Seit der Schließung des Ladens fehlt ein Treffpunkt.","certainty":"likely","since":"2024-06",\
            "sourceKind":"volunteer","source":"Gesprächskreis der Nachbarschaftshilfe"}""")
public record ObservationRequest(
        @NotBlank @Size(max = 100) @Schema(examples = "elderly")
        String field,

        @NotBlank @Schema(examples = "99001001-01") String space,

        @Size(max = 200) @Schema(examples = "Menschen ab 80 Jahren") @Nullable
        String targetGroup,

        @NotBlank @Size(max = 4000) @Schema(examples = "Seit der Schließung des Ladens fehlt ein Treffpunkt.")
        String finding,

        @NotNull @Enumerated(EnumType.STRING) Certainty certainty,

        @Size(max = 20) @Schema(examples = "2024-06") @Nullable
        String since,

        @NotNull @Enumerated(EnumType.STRING) SourceKind sourceKind,

        @Size(max = 500) @Schema(examples = "Gesprächskreis der Nachbarschaftshilfe") @Nullable
        String source) {}

package de.quartierwerk.ingestion.intake.submission;

import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.web.Idempotency;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers to a submission's warnings, over HTTP. */
@Path("submissions/{id}/answers")
@Tag(name = "Submissions")
@Produces(MediaType.APPLICATION_JSON)
public class WarningResource {
    private final SubmissionService service;
    private final Idempotency idempotency;

    WarningResource(SubmissionService service, Idempotency idempotency) {
        this.service = service;
        this.idempotency = idempotency;
    }

    /**
     * Why warnings are right as they are (Begründung).
     *
     * @param numbers numbers of the findings
     * @param code all warnings of this code
     * @param reason why
     */
    @Schema(
            name = "WarningAnswerRequest",
            description = "Why warnings are accepted: those of the numbers, and all of the code",
            examples = "{\"code\":\"number.ambiguous\",\"reason\":\"Die Datei schreibt Dezimalkommas.\"}")
    public record WarningAnswerRequest(
            @Size(max = 1000) @Schema(nullable = true, examples = "[3,4]") @Nullable
            List<@NotNull Long> numbers,

            @Size(max = 100) @Schema(nullable = true, examples = "number.ambiguous") @Nullable
            String code,

            @NotBlank @Size(max = 2000) @Schema(examples = "Die Datei schreibt Dezimalkommas.")
            String reason) {}

    /**
     * What an answer led to.
     *
     * @param answered warnings that it answers
     * @param open warnings that nobody has answered
     */
    @Schema(name = "AnsweredWarningsResponse", description = "What an answer led to")
    public record AnsweredWarningsResponse(
            @Schema(examples = "2") int answered,
            @Schema(examples = "0") long open) {}

    /** Answers warnings. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.STEWARD, Roles.SUPPLIER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN})
    @Operation(
            operationId = "answerWarnings",
            summary = "Answer warnings of a submission",
            description =
                    "By the submitter's side, with a reason, before the approval; they stand accepted from then on."
                            + " Answering them again replaces the reason")
    @APIResponse(responseCode = "200", description = "How many were answered and how many are open")
    public RestResponse<AnsweredWarningsResponse> answer(
            @Context HttpHeaders headers,
            @Parameter(description = "Id of the submission", example = "5f0c6c3e-0a52-4d7e-9a57-0f6d5b7a8c11")
                    @PathParam("id")
                    UUID id,
            @NotNull @Valid WarningAnswerRequest answer) {
        List<Long> numbers = answer.numbers() == null ? List.of() : List.copyOf(answer.numbers());
        if (numbers.isEmpty() && answer.code() == null) {
            throw Invalid.parameter("/numbers", null, "submission.answer-nothing");
        }
        return idempotency.once(headers, List.of(id, answer.toString()), () -> {
            int answered = service.answer(id, numbers, answer.code(), answer.reason());
            return RestResponse.ok(
                    new AnsweredWarningsResponse(answered, service.find(id).openWarnings()));
        });
    }
}

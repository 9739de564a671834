package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.document.Texts;
import de.quartierwerk.funding.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application (Antrag) as it is answered. Everybody sees decided grants, without costs, financing, checks and names
 * of accounts; what is left out is absent.
 *
 * @param id id of the application
 * @param state how far it is
 * @param allowedActions steps that the caller may take now, named as the last part of their address
 * @param competentBody the body that decides, or decided; null as long as no amount is applied for
 * @param criteria how it stands to the programme's criteria: at present before the assessment, as assessed after it
 * @param content what was applied for
 * @param applicantName name of the applicant
 * @param requested amount applied for
 * @param granted amount granted, absent where nothing was granted
 * @param paid amount ordered from the treasury
 * @param createdAt instant of the draft
 * @param createdBy name of the account that wrote it
 * @param submission who handed it in
 * @param assessment the funding office's check
 * @param consultations advice of bodies
 * @param decision the decision
 * @param agreement what binds the recipient
 * @param payments payments
 * @param proofOfUse what became of the money
 * @param review the check of the proof
 * @param recovery claim of money back
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Application",
        description = "An application (Antrag). Decided grants are public, without costs, financing, checks and names")
public record ApplicationView(
        UUID id,
        State state,

        @Schema(description = "Steps that the caller may take now", examples = "[\"consultations\"]")
        List<Action> allowedActions,

        @JsonInclude(JsonInclude.Include.ALWAYS)
        @Schema(nullable = true, description = "The body that decides, or decided")
        CompetentBodyView competentBody,

        @Schema(description = "How it stands to the programme's criteria")
        List<CriterionResult> criteria,

        @JsonUnwrapped ApplicationContent content,
        @Schema(examples = "Verband A") String applicantName,
        Money requested,
        @Schema(nullable = true) Money granted,
        @Schema(nullable = true) Money paid,
        Instant createdAt,
        @Schema(nullable = true, examples = "supplier") String createdBy,
        @Schema(nullable = true) Submission submission,
        @Schema(nullable = true) Assessment assessment,
        @Schema(nullable = true) List<Consultation> consultations,
        @Schema(nullable = true) Decision decision,
        @Schema(nullable = true) Agreement agreement,
        @Schema(nullable = true) List<Payment> payments,
        @Schema(nullable = true) ProofOfUse proofOfUse,
        @Schema(nullable = true) Review review,
        @Schema(nullable = true) Recovery recovery) {

    /** Copies the lists. */
    public ApplicationView {
        allowedActions = Texts.copy(allowedActions);
        criteria = Texts.copy(criteria);
        consultations = consultations == null ? null : List.copyOf(consultations);
        payments = payments == null ? null : List.copyOf(payments);
    }

    /**
     * The body that decides (zuständiges Gremium).
     *
     * @param code code of the body
     * @param name its name
     * @param legalBasis where its competence stands, or null
     * @param consult bodies that must advise before, and whether they did
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "CompetentBody", description = "The body that decides")
    public record CompetentBodyView(
            @Schema(examples = "main-committee") String code,
            @Schema(examples = "Städteregionsausschuss") String name,

            @Schema(nullable = true, examples = "§ 10 Hauptsatzung")
            String legalBasis,

            List<Consulted> consult) {

        /** Copies the list. */
        public CompetentBodyView {
            consult = List.copyOf(consult);
        }
    }

    /**
     * A body that must advise before the decision.
     *
     * @param body code of the body
     * @param done whether it has advised
     */
    @Schema(description = "A body that must advise before the decision")
    public record Consulted(
            @Schema(examples = "specialist-committee") String body, boolean done) {}
}

package de.quartierwerk.funding.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.funding.criteria.CriterionResult;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.funding.support.Texts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application (Antrag) as the API answers it. Everybody sees decided grants, without costs, financing, checks and
 * names of accounts; what is left out is absent.
 *
 * @param id id of the application
 * @param state how far it is
 * @param allowedActions steps that the caller may take now, named as the last part of their address
 * @param competentBody the body that decides, or decided; null as long as no amount is applied for
 * @param criteria how it stands to the programme's criteria: at present before the assessment, as assessed after it
 * @param criteriaNow how it stands to the criteria now, from the assessment to the decision
 * @param programmeVersion version of the programme that it was handed in under
 * @param content what was applied for
 * @param applicantName name of the applicant
 * @param requested amount applied for
 * @param granted amount granted, absent where nothing was granted
 * @param paid amount ordered from the treasury
 * @param createdAt instant of the draft
 * @param createdBy name of the account that wrote it
 * @param cumulation other applications for the same spaces and fields of action; for the administration, not in lists
 * @param steps steps taken so far
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "An application (Antrag). Decided grants are public, without costs, financing, checks and names")
public record ApplicationResponse(
        UUID id,
        State state,

        @Schema(description = "Steps that the caller may take now", examples = "[\"consultations\"]")
        List<Action> allowedActions,

        @JsonInclude(JsonInclude.Include.ALWAYS) @Schema(description = "The body that decides, or decided") @Nullable
        CompetentBodyResponse competentBody,

        @Schema(description = "How it stands to the programme's criteria")
        List<CriterionResult> criteria,

        @Schema(description = "How it stands to them now; absent before the assessment and after the decision")
        @Nullable
        List<CriterionNow> criteriaNow,

        @Schema(description = "Version of the programme that it was handed in under; absent in a draft", examples = "1")
        @Nullable
        Long programmeVersion,

        @JsonUnwrapped ApplicationContent content,
        @Schema(examples = "Verband A") String applicantName,
        Money requested,
        @Nullable Money granted,
        @Nullable Money paid,
        Instant createdAt,
        @Schema(examples = "supplier") @Nullable String createdBy,

        @Schema(description = "Other applications for the same spaces and fields of action; for the administration")
        @Nullable
        List<Cumulated> cumulation,

        @JsonUnwrapped StepsResponse steps) {

    /** Copies the lists. */
    public ApplicationResponse {
        allowedActions = Texts.copy(allowedActions);
        criteria = Texts.copy(criteria);
        criteriaNow = criteriaNow == null ? null : List.copyOf(criteriaNow);
        cumulation = cumulation == null ? null : List.copyOf(cumulation);
    }

    /** The same with the other applications for the same spaces and fields of action. */
    ApplicationResponse beside(List<Cumulated> others) {
        return new ApplicationResponse(
                id,
                state,
                allowedActions,
                competentBody,
                criteria,
                criteriaNow,
                programmeVersion,
                content,
                applicantName,
                requested,
                granted,
                paid,
                createdAt,
                createdBy,
                others,
                steps);
    }

    /**
     * The body that decides (zuständiges Gremium).
     *
     * @param code code of the body
     * @param name its name
     * @param legalBasis where its competence stands
     * @param consult bodies that must advise before, and whether they did
     * @param basis amount by which it is found; absent after the decision
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(description = "The body that decides")
    public record CompetentBodyResponse(
            @Schema(examples = "main-committee") String code,
            @Schema(examples = "Städteregionsausschuss") String name,

            @Schema(examples = "§ 10 Hauptsatzung") @Nullable
            String legalBasis,

            List<Consulted> consult,

            @Schema(description = "What it is found by; absent after the decision") @Nullable
            CompetenceBasis basis) {

        /** Copies the list. */
        public CompetentBodyResponse {
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

package de.quartierwerk.funding.paper;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import de.quartierwerk.funding.application.ApplicationResponse.CompetentBodyResponse;
import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.Decision;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A paper (Vorlage) as the API answers it.
 *
 * @param number its number
 * @param paper what it says
 * @param competentBody the body that decides, or decided; null for a notice, or where nobody is competent
 * @param consultations how bodies dealt with it
 * @param decision what was decided; null for papers about applications, whose decisions stand with each of them
 * @param outcomes what became of the applications that it names
 * @param mandates what the decision charges somebody with
 * @param createdBy name of the account that wrote it
 * @param createdAt when
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Paper", description = "A paper of the council")
public record PaperResponse(
        @Schema(examples = "2018/0233") String number,
        @JsonUnwrapped PaperRequest paper,
        @Nullable CompetentBodyResponse competentBody,
        List<Consultation> consultations,
        @Nullable PaperDecision decision,
        List<Outcome> outcomes,
        List<MandateResponse> mandates,
        @Schema(examples = "clerk") String createdBy,
        Instant createdAt) {

    /** Copies the lists. */
    public PaperResponse {
        consultations = List.copyOf(consultations);
        outcomes = List.copyOf(outcomes);
        mandates = List.copyOf(mandates);
    }

    /**
     * What became of an application that the paper names.
     *
     * @param application its id
     * @param title its title
     * @param state how far it is
     * @param decision what was decided; null before
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PaperOutcome", description = "What became of an application that a paper names")
    public record Outcome(
            UUID application,
            @Schema(examples = "Koordinierungsstelle") String title,
            @Schema(examples = "DECIDED") String state,
            @Nullable Decision decision) {}
}

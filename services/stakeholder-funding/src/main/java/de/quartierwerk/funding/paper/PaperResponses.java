package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.ApplicationResponse;
import de.quartierwerk.funding.application.ApplicationResponse.CompetentBodyResponse;
import de.quartierwerk.funding.application.ApplicationResponse.Consulted;
import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.PaperDraft;
import de.quartierwerk.funding.application.PaperDrafts;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows papers with what became of them, and their drafts to the decisions on applications. */
@ApplicationScoped
class PaperResponses implements PaperDrafts {

    private final PaperRepository papers;
    private final MandateRepository mandates;
    private final Bodies bodies;
    private final Applications applications;
    private final Clock clock;

    PaperResponses(
            PaperRepository papers, MandateRepository mandates, Bodies bodies, Applications applications, Clock clock) {
        this.papers = papers;
        this.mandates = mandates;
        this.bodies = bodies;
        this.applications = applications;
        this.clock = clock;
    }

    @Override
    public List<PaperDraft> of(String paperNumber, UUID application) {
        return papers.findByIdOptional(paperNumber)
                .filter(paper -> paper.applications.contains(application))
                .map(paper -> paper.content.drafts())
                .orElse(List.of());
    }

    Stored<PaperResponse> stored(PaperEntity paper, boolean created) {
        return new Stored<>(of(paper), paper.version, created);
    }

    PaperResponse of(PaperEntity paper) {
        List<PaperResponse.Outcome> outcomes = applications.visible(paper.applications).stream()
                .map(PaperResponses::outcome)
                .toList();
        return new PaperResponse(
                paper.number,
                paper.content,
                competentBody(paper),
                paper.consultations,
                paper.decision,
                outcomes,
                mandates.ofPaper(paper.number).stream().map(Mandate::response).toList(),
                paper.createdBy,
                paper.createdAt);
    }

    /** The highest body that any matter of the paper needs on that day. */
    Optional<CompetentBody> competent(PaperRequest paper, LocalDate day) {
        return paper.matters().isEmpty()
                ? Optional.empty()
                : bodies.competences().highest(paper.matters(), day);
    }

    private @Nullable CompetentBodyResponse competentBody(PaperEntity paper) {
        LocalDate today = LocalDate.now(clock);
        PaperDecision decision = paper.decision;
        if (decision != null) {
            List<Consulted> advised = paper.consultations.stream()
                    .filter(each -> each.role() == Consultation.Role.ADVISING)
                    .map(Consultation::body)
                    .distinct()
                    .map(body -> new Consulted(body, true))
                    .toList();
            return new CompetentBodyResponse(
                    decision.body(), decision.bodyName(), decision.legalBasis(), advised, null);
        }
        return competent(paper.content, today)
                .map(body -> {
                    List<String> outstanding = PaperDecisions.outstanding(body, paper.consultations, today);
                    List<Consulted> consulted = body.consult().stream()
                            .map(code -> new Consulted(code, !outstanding.contains(code)))
                            .toList();
                    return new CompetentBodyResponse(body.code(), body.name(), body.legalBasis(), consulted, null);
                })
                .orElse(null);
    }

    private static PaperResponse.Outcome outcome(ApplicationResponse application) {
        return new PaperResponse.Outcome(
                application.id(),
                application.content().title(),
                application.state().name(),
                application.steps().decision());
    }
}

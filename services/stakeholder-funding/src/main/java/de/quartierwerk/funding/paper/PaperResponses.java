package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.ApplicationResponse.CompetentBodyResponse;
import de.quartierwerk.funding.application.ApplicationResponse.Consulted;
import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.application.ConcernedApplication;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
        return of(List.of(paper)).get(0);
    }

    /** The papers in their order; what they share is read once. */
    List<PaperResponse> of(List<PaperEntity> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Bodies.Competences competences = bodies.competences();
        Map<UUID, ConcernedApplication> concerned = applications.concerned(
                found.stream().flatMap(paper -> paper.applications.stream()).toList());
        Map<String, List<MandateResponse>> given =
                mandates.ofPapers(found.stream().map(paper -> paper.number).toList()).stream()
                        .map(Mandate::response)
                        .collect(Collectors.groupingBy(MandateResponse::paper));
        return found.stream()
                .map(paper -> new PaperResponse(
                        paper.number,
                        paper.content,
                        competentBody(paper, competences),
                        paper.consultations,
                        paper.decision,
                        outcomes(paper, concerned),
                        given.getOrDefault(paper.number, List.of()),
                        paper.createdBy,
                        paper.createdAt))
                .toList();
    }

    /** The highest body that any matter of the paper needs on that day. */
    Optional<CompetentBody> competent(PaperRequest paper, LocalDate day) {
        return competent(paper, bodies.competences(), day);
    }

    private static Optional<CompetentBody> competent(
            PaperRequest paper, Bodies.Competences competences, LocalDate day) {
        return paper.matters().isEmpty() ? Optional.empty() : competences.highest(paper.matters(), day);
    }

    private @Nullable CompetentBodyResponse competentBody(PaperEntity paper, Bodies.Competences competences) {
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
        return competent(paper.content, competences, today)
                .map(body -> {
                    List<String> outstanding = PaperDecisions.outstanding(body, paper.consultations, today);
                    List<Consulted> consulted = body.consult().stream()
                            .map(code -> new Consulted(code, !outstanding.contains(code)))
                            .toList();
                    return new CompetentBodyResponse(body.code(), body.name(), body.legalBasis(), consulted, null);
                })
                .orElse(null);
    }

    private static List<PaperResponse.Outcome> outcomes(PaperEntity paper, Map<UUID, ConcernedApplication> concerned) {
        return paper.applications.stream()
                .distinct()
                .map(concerned::get)
                .filter(Objects::nonNull)
                .map(each -> new PaperResponse.Outcome(
                        each.id(), each.title(), each.state().name(), each.decision()))
                .toList();
    }
}

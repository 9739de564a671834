package de.quartierwerk.funding.paper;

import de.quartierwerk.funding.application.Applications;
import de.quartierwerk.funding.application.Ballots;
import de.quartierwerk.funding.application.Consultation;
import de.quartierwerk.funding.application.ConsultationRequest;
import de.quartierwerk.funding.application.Decision.CompetingDraft;
import de.quartierwerk.funding.application.Votes;
import de.quartierwerk.funding.body.Bodies;
import de.quartierwerk.funding.body.Body;
import de.quartierwerk.funding.body.BodyKind;
import de.quartierwerk.funding.body.CompetentBody;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.Conflict;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps papers, the bodies that dealt with them, and what was decided. */
@ApplicationScoped
class PaperService {

    private final PaperRepository papers;
    private final PaperResponses responses;
    private final Bodies bodies;
    private final Budgets budgets;
    private final Applications applications;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    PaperService(
            PaperRepository papers,
            PaperResponses responses,
            Bodies bodies,
            Budgets budgets,
            Applications applications,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.papers = papers;
        this.responses = responses;
        this.bodies = bodies;
        this.budgets = budgets;
        this.applications = applications;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<PaperResponse> put(String number, PaperRequest request, IfMatch ifMatch) {
        caller.requireEverywhere();
        PaperEntity paper = papers.lock(number);
        if (paper != null && paper.content.equals(request)) {
            ifMatch.check(paper.version);
            return responses.stored(paper, false);
        }
        require(request);
        if (paper == null) {
            ifMatch.checkAbsent();
            PaperEntity added = new PaperEntity();
            added.number = number;
            added.set(request);
            added.consultations = List.of();
            added.createdBy = caller.name();
            added.createdAt = clock.instant();
            papers.persistAndFlush(added);
            audit.record("paper-created", "papers/" + number, null, request);
            return responses.stored(added, true);
        }
        ifMatch.require(paper.version);
        PaperRequest before = paper.content;
        boolean decided = paper.decision != null || papers.isDecided(number);
        if (decided && !before.with(request.parts()).equals(request)) {
            throw new Conflict("paper.decided", number);
        }
        paper.set(request);
        papers.flush();
        audit.record("paper-changed", "papers/" + number, before, request);
        return responses.stored(paper, false);
    }

    @Transactional
    Stored<PaperResponse> get(String number) {
        caller.requireEverywhere();
        return papers.findByIdOptional(number)
                .map(paper -> responses.stored(paper, false))
                .orElseThrow(() -> new NotFound("paper.not-found", number));
    }

    @Transactional
    List<PaperResponse> list(String after, int limit) {
        caller.requireEverywhere();
        return responses.of(papers.list(after, limit));
    }

    /** Records how a body dealt with a paper before its decision. */
    @Transactional
    Stored<PaperResponse> consult(String number, ConsultationRequest request, IfMatch ifMatch) {
        PaperEntity paper = undecided(number, ifMatch);
        request.require();
        requireDay("/heldOn", request.heldOn(), paper.content.datedOn());
        Body body =
                bodies.find(request.body(), request.heldOn()).orElseThrow(() -> unknownBody("/body", request.body()));
        if (request.votes() != null) {
            request.votes().requireWithin("/votes", body.votingMembersOn(request.heldOn()));
        }
        add(paper, request.by(body, caller.name(), clock.instant()));
        return changed(paper, "paper-consultation");
    }

    /** Records the decision of the body that is competent for all its matters. */
    @Transactional
    Stored<PaperResponse> decide(String number, PaperDecisionRequest request, IfMatch ifMatch) {
        PaperEntity paper = undecided(number, ifMatch);
        if (!paper.applications.isEmpty()) {
            throw new Conflict("paper.applications-decide", number);
        }
        requireDay("/decidedOn", request.decidedOn(), paper.content.datedOn());
        CompetentBody body = competent(paper, request);
        Ballots ballots = Ballots.count(request.result(), request.votes(), request.drafts(), paper.content.drafts());
        requireVotes(request, ballots, body);
        if (ballots.result().ends()) {
            requireConsulted(paper, body, request.decidedOn());
            paper.decision = new PaperDecision(
                    ballots.result(),
                    body.code(),
                    body.name(),
                    request.decidedOn(),
                    request.votes(),
                    ballots.drafts(),
                    request.legalBasis() == null ? body.legalBasis() : request.legalBasis(),
                    request.note(),
                    Votes.warnings(request.votes(), body.votingMembers()),
                    caller.name(),
                    clock.instant());
        } else {
            add(paper, PaperDecisions.putOff(request, ballots.result(), body, caller.name(), clock.instant()));
        }
        return changed(paper, "paper-decision");
    }

    private CompetentBody competent(PaperEntity paper, PaperDecisionRequest request) {
        Money amount = PaperDecisions.amount(paper.content);
        CompetentBody competent = responses
                .competent(paper.content, request.decidedOn())
                .orElseThrow(() -> new Conflict("decision.nobody-competent", amount.value()));
        if (!competent.code().equals(request.body())) {
            throw new Conflict("decision.not-competent", competent.named(List.of(request.body())), competent.name());
        }
        return competent;
    }

    private static void requireVotes(PaperDecisionRequest request, Ballots ballots, CompetentBody body) {
        boolean none = request.votes() == null && ballots.drafts().stream().allMatch(each -> each.votes() == null);
        if (none && body.kind() != BodyKind.ADMINISTRATION && ballots.result().ends()) {
            throw new Invalid(
                    "decision.votes-missing", List.of(InputError.at("/votes", "decision.votes-missing", null)));
        }
        if (request.votes() != null) {
            request.votes().require("/votes");
            request.votes().requireWithin("/votes", body.votingMembers());
        }
        for (int i = 0; i < ballots.drafts().size(); i++) {
            CompetingDraft draft = ballots.drafts().get(i);
            if (draft.votes() != null) {
                draft.votes().require("/drafts/" + i + "/votes");
                draft.votes().requireWithin("/drafts/" + i + "/votes", body.votingMembers());
            }
        }
    }

    private static void requireConsulted(PaperEntity paper, CompetentBody body, LocalDate day) {
        List<String> outstanding = PaperDecisions.outstanding(body, paper.consultations, day);
        if (!outstanding.isEmpty()) {
            throw new Conflict("decision.not-consulted", body.named(outstanding));
        }
    }

    private PaperEntity undecided(String number, IfMatch ifMatch) {
        caller.requireEverywhere();
        PaperEntity paper = papers.lock(number);
        if (paper == null) {
            throw new NotFound("paper.not-found", number);
        }
        ifMatch.require(paper.version);
        if (paper.decision != null) {
            throw new Conflict("paper.decided", number);
        }
        return paper;
    }

    private static void add(PaperEntity paper, Consultation consultation) {
        List<Consultation> all = new ArrayList<>(paper.consultations);
        all.add(consultation);
        paper.consultations = List.copyOf(all);
    }

    private Stored<PaperResponse> changed(PaperEntity paper, String kind) {
        papers.flush();
        Stored<PaperResponse> stored = responses.stored(paper, false);
        audit.record(kind, "papers/" + paper.number, null, stored.value());
        return stored;
    }

    private void requireDay(String pointer, LocalDate day, @Nullable LocalDate dated) {
        if (day.isAfter(LocalDate.now(clock))) {
            throw new Invalid(
                    "date.in-future", List.of(InputError.at(pointer, "date.in-future", day.toString(), day)), day);
        }
        if (dated != null && day.isBefore(dated)) {
            throw new Invalid(
                    "date.before",
                    List.of(InputError.at(pointer, "date.before", day.toString(), day, dated)),
                    day,
                    dated);
        }
    }

    private void require(PaperRequest request) {
        List<InputError> errors = new ArrayList<>(PaperRules.check(request));
        Set<UUID> visible = applications.concerned(request.applications()).keySet();
        for (int i = 0; i < request.applications().size(); i++) {
            UUID id = request.applications().get(i);
            if (!visible.contains(id)) {
                errors.add(InputError.at("/applications/" + i, "application.not-found", id.toString(), id));
            }
        }
        for (int i = 0; i < request.path().size(); i++) {
            PaperRequest.Station station = request.path().get(i);
            LocalDate day = station.plannedOn() == null ? LocalDate.now(clock) : station.plannedOn();
            if (bodies.find(station.body(), day).isEmpty()) {
                errors.add(InputError.at("/path/" + i + "/body", "body.unknown", station.body(), station.body()));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("paper.invalid", errors);
        }
        for (int i = 0; i < request.budgetChanges().size(); i++) {
            budgets.requireKnown(
                    "/budgetChanges/" + i + "/line",
                    request.budgetChanges().get(i).line());
        }
    }

    private static Invalid unknownBody(String pointer, String code) {
        return new Invalid("body.unknown", List.of(InputError.at(pointer, "body.unknown", code, code)), code);
    }
}

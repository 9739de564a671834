package de.quartierwerk.funding.paper;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Whether what was decided is carried out (Beschlusskontrolle). */
@ApplicationScoped
class MandateService {

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final MandateRepository mandates;
    private final PaperRepository papers;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    MandateService(MandateRepository mandates, PaperRepository papers, Caller caller, Audit audit, Clock clock) {
        this.mandates = mandates;
        this.papers = papers;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<MandateResponse> give(String paper, MandateRequest request) {
        caller.requireEverywhere();
        if (papers.findByIdOptional(paper).isEmpty()) {
            throw new NotFound("paper.not-found", paper);
        }
        Mandate mandate = Mandate.of(paper, request, caller.name(), clock.instant());
        mandates.persistAndFlush(mandate);
        audit.record("mandate-given", "papers/" + paper, null, mandate.response());
        return new Stored<>(mandate.response(), mandate.version, true);
    }

    @Transactional
    Stored<MandateResponse> report(UUID id, MandateReport report, IfMatch ifMatch) {
        caller.requireEverywhere();
        Mandate mandate = mandates.lock(id);
        if (mandate == null) {
            throw new NotFound("mandate.not-found", id);
        }
        MandateResponse before = mandate.response();
        if (report.state() == before.state() && report.report().equals(before.report())) {
            ifMatch.check(mandate.version);
            return new Stored<>(before, mandate.version, false);
        }
        ifMatch.require(mandate.version);
        mandate.state = report.state();
        mandate.report = report.report();
        mandate.reportedBy = caller.name();
        mandate.reportedAt = clock.instant();
        mandates.flush();
        audit.record("mandate-reported", "papers/" + mandate.paper, before, mandate.response());
        return new Stored<>(mandate.response(), mandate.version, false);
    }

    @Transactional
    Stored<MandateResponse> get(UUID id) {
        caller.requireEverywhere();
        return mandates.findByIdOptional(id)
                .map(mandate -> new Stored<>(mandate.response(), mandate.version, false))
                .orElseThrow(() -> new NotFound("mandate.not-found", id));
    }

    @Transactional
    List<MandateResponse> list(MandateFilter filter, LocalDate due, UUID id, int limit) {
        caller.requireEverywhere();
        LocalDate before = filter.overdue() ? LocalDate.now(clock) : NEVER;
        return mandates.list(filter.states(), before, due, id, limit).stream()
                .map(Mandate::response)
                .toList();
    }
}

package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import de.quartierwerk.kit.web.IfMatch;
import de.quartierwerk.kit.web.Stored;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rules of programmes: who writes one needs its area. */
@ApplicationScoped
class ProgrammeService {

    private final ProgrammeRepository repository;
    private final ProgrammeScope scope;
    private final Budgets budgets;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    ProgrammeService(
            ProgrammeRepository repository,
            ProgrammeScope scope,
            Budgets budgets,
            Spaces spaces,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.repository = repository;
        this.scope = scope;
        this.budgets = budgets;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<ProgrammeResponse> put(String code, ProgrammeRequest request, IfMatch ifMatch) {
        ProgrammeEntity entity = repository.lock(code);
        if (entity != null) {
            spaces.requireWithin(caller, areas(entity.area));
        }
        spaces.requireWithin(caller, areas(request.area()));
        budgets.requireKnown("/budgetLine", request.budgetLine());
        requirePredecessor(code, request.predecessor());
        List<InputError> errors = ProgrammeRules.check(request);
        if (!errors.isEmpty()) {
            throw new Invalid("programme.invalid", errors, code);
        }
        if (entity == null) {
            ifMatch.checkAbsent();
            return create(code, request);
        }
        ProgrammeRequest before = entity.request();
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            entity.set(request);
            repository.flush();
            audit.record("programme-changed", "programmes/" + code, before, request);
        }
        return stored(entity, false);
    }

    @Transactional
    Stored<ProgrammeResponse> get(String code) {
        return scope.find(code)
                .map(entity -> stored(entity, false))
                .orElseThrow(() -> new NotFound("programme.not-found", code));
    }

    @Transactional
    List<ProgrammeResponse> list(String after, int limit) {
        List<ProgrammeRow> found = scope.list(after, limit);
        LocalDate today = LocalDate.now(clock);
        Set<String> exhausted = budgets.exhausted(
                found.stream().map(row -> row.content().budgetLine()).collect(Collectors.toSet()), today.getYear());
        return found.stream().map(row -> row.response(today, exhausted)).toList();
    }

    private Stored<ProgrammeResponse> create(String code, ProgrammeRequest request) {
        ProgrammeEntity entity = new ProgrammeEntity();
        entity.code = code;
        entity.set(request);
        repository.persistAndFlush(entity);
        audit.record("programme-created", "programmes/" + code, null, request);
        return stored(entity, true);
    }

    private Stored<ProgrammeResponse> stored(ProgrammeEntity entity, boolean created) {
        ProgrammeRow row = new ProgrammeRow(entity.code, entity.request());
        LocalDate today = LocalDate.now(clock);
        Set<String> exhausted = budgets.exhausted(Set.of(entity.budgetLine), today.getYear());
        return new Stored<>(row.response(today, exhausted), entity.version, created);
    }

    /** Refuses a programme that follows itself or one that is not there with 422. */
    private void requirePredecessor(String code, @Nullable String predecessor) {
        if (predecessor == null) {
            return;
        }
        String fault = predecessor.equals(code) ? "programme.follows-itself" : "programme.unknown";
        if (predecessor.equals(code) || repository.findByIdOptional(predecessor).isEmpty()) {
            throw new Invalid(
                    fault, List.of(InputError.at("/predecessor", fault, predecessor, predecessor)), predecessor);
        }
    }

    private static List<String> areas(@Nullable String area) {
        return area == null ? List.of() : List.of(area);
    }
}

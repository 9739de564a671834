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
        LocalDate today = LocalDate.now(clock);
        return scope.list(after, limit).stream().map(row -> row.response(today)).toList();
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
        return new Stored<>(row.response(LocalDate.now(clock)), entity.version, created);
    }

    private static List<String> areas(@Nullable String area) {
        return area == null ? List.of() : List.of(area);
    }
}

package de.quartierwerk.funding.programme;

import de.quartierwerk.funding.Today;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.budget.Budgets;
import de.quartierwerk.funding.space.Spaces;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Rules of programmes: written within the caller's area, seen by the administration, by others while open. */
@ApplicationScoped
class ProgrammeService {

    private static final String[] INSIDERS = {
        Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN
    };

    private final ProgrammeRepository repository;
    private final Budgets budgets;
    private final Spaces spaces;
    private final Caller caller;
    private final Audit audit;
    private final Today today;

    ProgrammeService(
            ProgrammeRepository repository, Budgets budgets, Spaces spaces, Caller caller, Audit audit, Today today) {
        this.repository = repository;
        this.budgets = budgets;
        this.spaces = spaces;
        this.caller = caller;
        this.audit = audit;
        this.today = today;
    }

    @Transactional
    Stored<Programme> put(String code, ProgrammeBody body, Precondition precondition) {
        ProgrammeEntity entity = repository.lock(code);
        if (entity != null) {
            spaces.requireWithin(caller, areas(entity.area));
        }
        spaces.requireWithin(caller, areas(body.area()));
        budgets.requireKnown("/budgetLine", body.budgetLine());
        List<InputError> errors = ProgrammeRules.check(body);
        if (!errors.isEmpty()) {
            throw new Invalid("programme.invalid", errors, code);
        }
        if (entity == null) {
            return create(code, body);
        }
        ProgrammeBody before = entity.body();
        if (!before.equals(body)) {
            precondition.require(entity.version);
            entity.set(body);
            audit.record("programme-changed", "programmes/" + code, before, body);
        }
        return stored(entity, false);
    }

    @Transactional
    Stored<Programme> get(String code) {
        return repository
                .findVisible(code, caller.hasAny(INSIDERS), today.date())
                .map(entity -> stored(entity, false))
                .orElseThrow(() -> new NotFound("programme.not-found", code));
    }

    @Transactional
    List<Programme> list(String after, int limit) {
        return repository.list(caller.hasAny(INSIDERS), today.date(), after, limit).stream()
                .map(entity -> entity.view(today.date()))
                .toList();
    }

    private Stored<Programme> create(String code, ProgrammeBody body) {
        ProgrammeEntity entity = new ProgrammeEntity();
        entity.code = code;
        entity.set(body);
        repository.insert(entity);
        audit.record("programme-created", "programmes/" + code, null, body);
        return stored(entity, true);
    }

    private Stored<Programme> stored(ProgrammeEntity entity, boolean created) {
        return new Stored<>(entity.view(today.date()), entity.version, created);
    }

    private static List<String> areas(String area) {
        return area == null ? List.of() : List.of(area);
    }
}

package de.quartierwerk.funding.budget;

import de.quartierwerk.funding.Today;
import de.quartierwerk.funding.answer.Precondition;
import de.quartierwerk.funding.answer.Stored;
import de.quartierwerk.funding.money.Money;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rules of budget lines: a change never leaves a group with less than decisions have committed. */
@ApplicationScoped
class BudgetService {

    private static final String[] INSIDERS = {
        Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.FUNDING_OFFICER, Roles.CLERK, Roles.AUDITOR, Roles.ADMIN
    };

    private final BudgetRepository repository;
    private final Caller caller;
    private final Audit audit;
    private final Today today;

    BudgetService(BudgetRepository repository, Caller caller, Audit audit, Today today) {
        this.repository = repository;
        this.caller = caller;
        this.audit = audit;
        this.today = today;
    }

    @Transactional
    Stored<BudgetLine> put(String code, BudgetLineBody body, Precondition precondition) {
        caller.requireEverywhere();
        requireEachYearOnce(body);
        BudgetLineEntity entity = repository.lock(code);
        if (entity == null) {
            return create(code, body);
        }
        BudgetLineBody before = entity.body();
        if (!before.equals(body)) {
            precondition.require(entity.version);
            String oldGroup = entity.coverGroup;
            repository.lockGroups(List.of(oldGroup, BudgetLineEntity.groupOf(code, body)));
            entity.set(body);
            repository.flush();
            BudgetRules.requireCovered(code, available(oldGroup));
            BudgetRules.requireCovered(code, available(entity.coverGroup));
            audit.record("budget-line-changed", "budget-lines/" + code, before, body);
        }
        return new Stored<>(view(entity), entity.version, false);
    }

    @Transactional
    Stored<BudgetLine> get(String code) {
        BudgetLineEntity entity = repository
                .findVisible(code, caller.hasAny(INSIDERS), today.date())
                .orElseThrow(() -> new NotFound("budget-line.not-found", code));
        return new Stored<>(view(entity), entity.version, false);
    }

    @Transactional
    List<BudgetLine> list(String after, int limit) {
        return repository.list(caller.hasAny(INSIDERS), today.date(), after, limit).stream()
                .map(this::view)
                .toList();
    }

    private Stored<BudgetLine> create(String code, BudgetLineBody body) {
        BudgetLineEntity entity = new BudgetLineEntity();
        entity.code = code;
        entity.set(body);
        repository.lockGroups(List.of(entity.coverGroup));
        repository.insert(entity);
        repository.flush();
        BudgetRules.requireCovered(code, available(entity.coverGroup));
        audit.record("budget-line-created", "budget-lines/" + code, null, body);
        return new Stored<>(view(entity), entity.version, true);
    }

    private BudgetLine view(BudgetLineEntity entity) {
        return entity.view(repository.committedOfLine(entity.code), available(entity.coverGroup));
    }

    private Map<Integer, Money> available(String group) {
        List<BudgetYear> years = repository.linesOf(group).stream()
                .flatMap(line -> line.years.stream())
                .toList();
        return BudgetRules.available(years, repository.committedOfGroup(group));
    }

    private static void requireEachYearOnce(BudgetLineBody body) {
        List<InputError> errors = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < body.years().size(); i++) {
            int year = body.years().get(i).year();
            if (!seen.add(year)) {
                errors.add(InputError.at("/years/" + i + "/year", "year.repeated", Integer.toString(year), year));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("year.repeated", errors, errors.get(0).value());
        }
    }
}

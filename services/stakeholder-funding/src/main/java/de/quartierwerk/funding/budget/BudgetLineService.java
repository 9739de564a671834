package de.quartierwerk.funding.budget;

import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.RoleGroups;
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
import java.util.Map;
import java.util.Objects;

/** Rules of budget lines: what a line's document says of a year holds until the year's money is first used. */
@ApplicationScoped
class BudgetLineService {

    private final BudgetLineRepository lines;
    private final BudgetGroupRepository groups;
    private final CoverGroups coverGroups;
    private final PlanEntries entries;
    private final Caller caller;
    private final Audit audit;
    private final Clock clock;

    BudgetLineService(
            BudgetLineRepository lines,
            BudgetGroupRepository groups,
            CoverGroups coverGroups,
            PlanEntries entries,
            Caller caller,
            Audit audit,
            Clock clock) {
        this.lines = lines;
        this.groups = groups;
        this.coverGroups = coverGroups;
        this.entries = entries;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    Stored<BudgetLineResponse> put(String code, BudgetLineRequest request, IfMatch ifMatch) {
        caller.requireEverywhere();
        List<InputError> errors = BudgetRules.check(request.years(), LocalDate.now(clock));
        if (!errors.isEmpty()) {
            throw new Invalid("budget.invalid", errors, code);
        }
        BudgetLine entity = lines.lock(code);
        if (entity == null) {
            ifMatch.checkAbsent();
            return create(code, request);
        }
        BudgetLineRequest before = entity.request();
        if (before.equals(request)) {
            ifMatch.check(entity.version);
        } else {
            ifMatch.require(entity.version);
            change(entity, request);
            audit.record("budget-line-changed", "budget-lines/" + code, before, request);
        }
        return stored(entity, false);
    }

    @Transactional
    Stored<BudgetLineResponse> get(String code) {
        return lines.findVisible(code, caller.hasAny(RoleGroups.administration()), LocalDate.now(clock))
                .map(entity -> stored(entity, false))
                .orElseThrow(() -> new NotFound("budget-line.not-found", code));
    }

    @Transactional
    List<BudgetLineResponse> list(String after, int limit) {
        List<BudgetLineRow> found =
                lines.list(caller.hasAny(RoleGroups.administration()), LocalDate.now(clock), after, limit);
        Map<String, GroupMoney> money =
                coverGroups.money(found.stream().map(BudgetLineRow::coverGroup).toList());
        return found.stream()
                .map(line -> line.response(Objects.requireNonNull(money.get(line.coverGroup()))))
                .toList();
    }

    private Stored<BudgetLineResponse> create(String code, BudgetLineRequest request) {
        BudgetLine entity = new BudgetLine();
        entity.code = code;
        entity.set(request);
        groups.lock(List.of(entity.coverGroup));
        lines.persistAndFlush(entity);
        audit.record("budget-line-created", "budget-lines/" + code, null, request);
        entries.write(code, List.of(), request.years());
        return stored(entity, true);
    }

    private void change(BudgetLine entity, BudgetLineRequest request) {
        List<BudgetYear> before = entity.years;
        String group = BudgetLine.groupOf(entity.code, request.coverGroup());
        groups.lock(List.of(entity.coverGroup, group));
        entries.requireTerms(entity.code, before, request.years(), !group.equals(entity.coverGroup));
        entity.set(request);
        lines.flush();
        entries.write(entity.code, before, request.years());
    }

    private Stored<BudgetLineResponse> stored(BudgetLine entity, boolean created) {
        return new Stored<>(entity.row().response(coverGroups.money(entity.coverGroup)), entity.version, created);
    }
}

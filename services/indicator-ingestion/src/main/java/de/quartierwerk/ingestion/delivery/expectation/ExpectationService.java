package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.ingestion.space.Spaces;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.identity.Roles;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of expectations: stewards write them in their areas, organisations see their own. */
@ApplicationScoped
class ExpectationService {
    private final ExpectationRepository repository;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;

    ExpectationService(
            ExpectationRepository repository,
            Catalogue catalogue,
            Spaces spaces,
            SpaceAreas areas,
            Audit audit,
            Caller caller) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.areas = areas;
        this.audit = audit;
        this.caller = caller;
    }

    record Written(ExpectationView expectation, boolean created) {}

    @Transactional
    Written write(String code, Expectation given) {
        Expectation expectation = given.completed();
        areas.requireWithin(caller, "/area", expectation.area());
        LocalDate end = check(expectation);
        repository.lock(code);
        Optional<ExpectationView> before = repository.find(code, Days.today());
        before.ifPresent(this::requireScope);
        if (before.isPresent() && before.get().expectation().equals(expectation)) {
            return new Written(before.get(), false);
        }
        repository.store(code, expectation, end, caller.name());
        ExpectationView written = repository.find(code, Days.today()).orElseThrow();
        audit.record(
                "expectation-written",
                subject(code),
                before.map(ExpectationView::expectation).orElse(null),
                expectation);
        return new Written(written, before.isEmpty());
    }

    @Transactional
    void delete(String code) {
        repository.lock(code);
        ExpectationView known =
                repository.find(code, Days.today()).orElseThrow(() -> new NotFound("expectation.unknown", code));
        requireScope(known);
        repository.delete(code);
        audit.record("expectation-deleted", subject(code), known.expectation(), null);
    }

    List<ExpectationView> page(String organisation, LocalDate day, String after, int limit) {
        ExpectationRepository.Scope scope = new ExpectationRepository.Scope(
                caller.organisation().orElse(null),
                caller.hasAny(Roles.STEWARD, Roles.PLANNER, Roles.MUNICIPAL_PLANNER, Roles.ADMIN),
                caller.everywhere(),
                caller.areaArray());
        return repository.page(scope, organisation, day, after, limit);
    }

    /** The expectations that somebody has to be reminded of on a day. */
    List<ExpectationView> reminders(String organisation, LocalDate day) {
        return page(organisation, day, "", Integer.MAX_VALUE).stream()
                .filter(ExpectationView::remind)
                .toList();
    }

    private void requireScope(ExpectationView expectation) {
        areas.requireWithin(caller, "/area", expectation.expectation().area());
    }

    private LocalDate check(Expectation expectation) {
        List<InputError> errors = new ArrayList<>();
        Optional<Period> period = Period.parse(expectation.period());
        if (period.isEmpty()) {
            errors.add(InputError.at("/period", "period.malformed", expectation.period(), expectation.period()));
        }
        if (!spaces.levelExists(expectation.level())) {
            errors.add(InputError.at("/level", "level.unknown", expectation.level(), expectation.level()));
        }
        var known = catalogue.find(expectation.indicators());
        for (int i = 0; i < expectation.indicators().size(); i++) {
            String code = expectation.indicators().get(i);
            if (!known.containsKey(code)) {
                errors.add(InputError.at("/indicators/" + i, "indicator.unknown", code, code));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("expectation.invalid", errors);
        }
        return period.orElseThrow().last();
    }

    private static String subject(String code) {
        return "expectations/" + code;
    }
}

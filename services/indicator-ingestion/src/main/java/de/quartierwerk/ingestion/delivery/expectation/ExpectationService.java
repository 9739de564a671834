package de.quartierwerk.ingestion.delivery.expectation;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.ingestion.space.Spaces;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rules of expectations: stewards write them in their areas, organisations see their own. */
@ApplicationScoped
class ExpectationService {
    private final ExpectationRepository repository;
    private final ExpectationStatements statements;
    private final Catalogue catalogue;
    private final Spaces spaces;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;
    private final Clock clock;

    ExpectationService(
            ExpectationRepository repository,
            ExpectationStatements statements,
            Catalogue catalogue,
            Spaces spaces,
            SpaceAreas areas,
            Audit audit,
            Caller caller,
            Clock clock) {
        this.repository = repository;
        this.statements = statements;
        this.catalogue = catalogue;
        this.spaces = spaces;
        this.areas = areas;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Stored<ExpectationResponse> write(String code, ExpectedDelivery delivery, IfMatch ifMatch) {
        requireWithin(delivery);
        repository.lock(code);
        Expectation known = repository.findById(code);
        if (known == null) {
            ifMatch.checkAbsent();
        } else {
            requireWithin(known.delivery);
            ifMatch.check(known.version);
        }
        LocalDate end = check(delivery);
        if (known != null && known.delivery.equals(delivery)) {
            return stored(known, false);
        }
        ExpectedDelivery before = known == null ? null : known.delivery;
        Expectation expectation = known == null ? new Expectation() : known;
        expectation.code = code;
        expectation.delivery = delivery;
        expectation.periodEnd = end;
        expectation.changedAt = clock.instant();
        expectation.changedBy = caller.name();
        repository.persistAndFlush(expectation);
        audit.record("expectation-written", subject(code), before, delivery);
        return stored(expectation, known == null);
    }

    private Stored<ExpectationResponse> stored(Expectation expectation, boolean created) {
        ExpectationResponse response =
                responses(List.of(expectation), LocalDate.now(clock)).get(0);
        return new Stored<>(response, expectation.version, created);
    }

    @Transactional
    void delete(String code, IfMatch ifMatch) {
        repository.lock(code);
        Expectation known = repository.find(scope(), code).orElseThrow(() -> unknown(code));
        requireWithin(known.delivery);
        ifMatch.check(known.version);
        repository.delete(known);
        audit.record("expectation-deleted", subject(code), known.delivery, null);
    }

    @Transactional
    ExpectationResponse find(String code) {
        Expectation found = repository.find(scope(), code).orElseThrow(() -> unknown(code));
        return responses(List.of(found), LocalDate.now(clock)).get(0);
    }

    @Transactional
    List<ExpectationResponse> page(@Nullable String organisation, String after, int limit) {
        return responses(repository.page(scope(), organisation, after, limit), LocalDate.now(clock));
    }

    /** The expectations that somebody has to be reminded of on a day, today where none is named. */
    @Transactional
    List<ExpectationResponse> reminders(@Nullable String organisation, @Nullable LocalDate day) {
        List<Expectation> all = repository.page(scope(), organisation, "", Integer.MAX_VALUE);
        return responses(all, day == null ? LocalDate.now(clock) : day).stream()
                .filter(ExpectationResponse::remind)
                .toList();
    }

    private List<ExpectationResponse> responses(List<Expectation> expectations, LocalDate day) {
        Map<String, ExpectationResponse.Counts> counts = statements.counts(
                expectations.stream().map(expectation -> expectation.code).toList());
        ExpectationResponse.Counts none = new ExpectationResponse.Counts(0, 0, 0);
        return expectations.stream()
                .map(expectation -> expectation.response(counts.getOrDefault(expectation.code, none), day))
                .toList();
    }

    private ExpectationRepository.Scope scope() {
        return new ExpectationRepository.Scope(
                caller.organisation().orElse(null),
                caller.hasAny(RoleGroups.statistics()),
                caller.everywhere(),
                caller.areas());
    }

    private void requireWithin(ExpectedDelivery delivery) {
        areas.requireWithin(caller, "/area", delivery.area());
    }

    /** Answers the last day of the period. */
    private LocalDate check(ExpectedDelivery delivery) {
        List<InputError> errors = new ArrayList<>();
        Optional<Period> period = Period.parse(delivery.period());
        if (period.isEmpty()) {
            errors.add(InputError.at("/period", "period.malformed", delivery.period(), delivery.period()));
        }
        if (!spaces.levelExists(delivery.level())) {
            errors.add(InputError.at("/level", "level.unknown", delivery.level(), delivery.level()));
        }
        errors.addAll(catalogue.unknown("/indicators", delivery.indicators()));
        if (!errors.isEmpty()) {
            throw new Invalid("expectation.invalid", errors);
        }
        return period.orElseThrow().last();
    }

    private static String subject(String code) {
        return "expectations/" + code;
    }

    private static NotFound unknown(String code) {
        return new NotFound("expectation.unknown", code);
    }
}

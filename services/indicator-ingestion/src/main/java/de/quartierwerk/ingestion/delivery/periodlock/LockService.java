package de.quartierwerk.ingestion.delivery.periodlock;

import de.quartierwerk.events.Period;
import de.quartierwerk.ingestion.catalogue.Catalogue;
import de.quartierwerk.ingestion.space.SpaceAreas;
import de.quartierwerk.kit.audit.Audit;
import de.quartierwerk.kit.identity.Caller;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import de.quartierwerk.kit.problem.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rules of locks: they lie in an area of whoever writes them. */
@ApplicationScoped
class LockService {
    private final LockRepository repository;
    private final Catalogue catalogue;
    private final SpaceAreas areas;
    private final Audit audit;
    private final Caller caller;

    LockService(LockRepository repository, Catalogue catalogue, SpaceAreas areas, Audit audit, Caller caller) {
        this.repository = repository;
        this.catalogue = catalogue;
        this.areas = areas;
        this.audit = audit;
        this.caller = caller;
    }

    record Written(LockView lock, boolean created) {}

    @Transactional
    Written write(String code, PeriodLock lock) {
        areas.requireWithin(caller, "/area", lock.area());
        check(lock);
        repository.lock(code);
        Optional<LockView> before = repository.find(code);
        before.ifPresent(this::requireScope);
        if (before.isPresent() && before.get().lock().equals(lock)) {
            return new Written(before.get(), false);
        }
        repository.store(code, lock, caller.name());
        LockView written = find(code);
        audit.record("period-locked", subject(code), before.orElse(null), written);
        return new Written(written, before.isEmpty());
    }

    @Transactional
    LockView except(String code, String exceptionCode, LockException exception) {
        if ((exception.submitter() == null) == (exception.organisation() == null)) {
            throw new Invalid(
                    "period-lock.exception-who",
                    List.of(InputError.at("/submitter", "period-lock.exception-who", exception.submitter())));
        }
        repository.lock(code);
        LockView before = find(code);
        requireScope(before);
        repository.storeException(code, exceptionCode, exception, caller.name());
        LockView written = find(code);
        audit.record("period-lock-exception-granted", subject(code), before, written);
        return written;
    }

    @Transactional
    void delete(String code) {
        repository.lock(code);
        LockView known = find(code);
        requireScope(known);
        repository.delete(code);
        audit.record("period-unlocked", subject(code), known, null);
    }

    LockView find(String code) {
        return repository.find(code).orElseThrow(() -> new NotFound("period-lock.unknown", code));
    }

    List<LockView> page(String after, int limit) {
        return repository.page(after, limit);
    }

    private void requireScope(LockView lock) {
        areas.requireWithin(caller, "/area", lock.lock().area());
    }

    private void check(PeriodLock lock) {
        List<InputError> errors = new ArrayList<>();
        if ((lock.period() == null) == (lock.until() == null)) {
            errors.add(InputError.at("/period", "period-lock.period-or-until", lock.period()));
        }
        if (lock.period() != null && Period.parse(lock.period()).isEmpty()) {
            errors.add(InputError.at("/period", "period.malformed", lock.period(), lock.period()));
        }
        var known = catalogue.find(lock.indicators());
        for (int i = 0; i < lock.indicators().size(); i++) {
            String code = lock.indicators().get(i);
            if (!known.containsKey(code)) {
                errors.add(InputError.at("/indicators/" + i, "indicator.unknown", code, code));
            }
        }
        if (!errors.isEmpty()) {
            throw new Invalid("period-lock.invalid", errors);
        }
    }

    private static String subject(String code) {
        return "period-locks/" + code;
    }
}
